using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Slipway.Testing.GitHub;

/// <summary>
/// A GitHub of a test's own, over real HTTP on loopback: it keeps releases, assets, deployments and pull requests, answers
/// as GitHub does, and holds every request and every answer to GitHub's published description. What breaks it fails the
/// test: <see cref="Check"/>.
/// </summary>
public sealed class GitHubServer : IAsyncDisposable
{
    readonly WebApplication _app;
    readonly Lock _lock = new();
    readonly FaultPlan _faults = new();
    readonly List<RecordedCall> _calls = [];
    readonly List<string> _violations = [];

    GitHubServer(WebApplication app, GitHubFlavour flavour, TimeProvider time)
    {
        _app = app;
        Flavour = flavour;
        Time = time;
    }

    public GitHubFlavour Flavour { get; }

    public GitHubRepository Repository { get; } = new("octo-org", "hello");

    /// <summary>May read and write; no other text on a machine is like it.</summary>
    public string Token { get; } = $"ghp_{Guid.NewGuid():N}";

    /// <summary>May read what is public.</summary>
    public string ReadToken { get; } = $"ghp_{Guid.NewGuid():N}";

    /// <summary>As a GitHub Actions run has it: it may write, and stands for nobody.</summary>
    public string AppToken { get; } = $"ghs_{Guid.NewGuid():N}";

    public GitHubAddresses Addresses { get; private set; } = null!;

    /// <summary>Every call so far, in the order of arrival.</summary>
    public IReadOnlyList<RecordedCall> Calls
    {
        get
        {
            lock (_lock)
                return [.. _calls];
        }
    }

    /// <summary>What the description does not allow.</summary>
    public IReadOnlyList<string> Violations
    {
        get
        {
            lock (_lock)
                return [.. _violations];
        }
    }

    internal TimeProvider Time { get; }

    internal Lock Lock => _lock;

    /// <summary>
    /// Starts one. Where GitHub's description cannot be had, the test is skipped, or fails where servers are required: call
    /// it in a <c>[SkippableFact]</c>.
    /// </summary>
    /// <param name="time">For times in answers, such as the end of a limit; default: the system's.</param>
    public static async Task<GitHubServer> StartAsync(
        GitHubFlavour flavour = GitHubFlavour.Public,
        TimeProvider? time = null
    )
    {
        var description = await DescriptionAsync(flavour);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, port: 0);
            kestrel.Limits.MaxRequestBodySize = null;
        });
        var app = builder.Build();
        var server = new GitHubServer(app, flavour, time ?? TimeProvider.System);
        var front = new Front(server, description);
        app.Run(front.AnswerAsync);
        await app.StartAsync();
        var bound = app
            .Services.GetRequiredService<IServer>()
            .Features.Get<IServerAddressesFeature>()!
            .Addresses.Single();
        server.Addresses = GitHubAddresses.Of(new Uri(bound).Port, flavour);
        return server;
    }

    /// <summary>Lets the call of that number go wrong.</summary>
    public void Inject(int call, Fault fault) => Inject(found => found.Number == call, fault, times: 1);

    /// <summary>Lets the next calls of an operation go wrong, for example of <c>repos/create-release</c>.</summary>
    public void Inject(string operation, Fault fault, int times = 1) =>
        Inject(call => call.Operation.Equals(operation, StringComparison.Ordinal), fault, times);

    /// <summary>Fails when a request or an answer was none of GitHub's, or a token was sent where it must not go.</summary>
    public void Check()
    {
        if (Violations is { Count: > 0 } violations)
            throw new InvalidOperationException($"Not GitHub's:\n{string.Join('\n', violations)}");
    }

    public async ValueTask DisposeAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        await _app.StopAsync(limit.Token);
        await _app.DisposeAsync();
    }

    internal void Violate(string what)
    {
        lock (_lock)
            _violations.Add(what);
    }

    /// <summary>Writes a call down and answers it with the fault that it meets.</summary>
    internal RecordedCall Record(HttpRequest request, string operation)
    {
        lock (_lock)
        {
            var call = new RecordedCall(_calls.Count, request.Method, request.Path, operation);
            call = call with { Fault = _faults.Of(call) };
            _calls.Add(call);
            return call;
        }
    }

    void Inject(Func<RecordedCall, bool> where, Fault fault, int times)
    {
        lock (_lock)
            _faults.Add(where, fault, times);
    }

    static async Task<ApiDescription> DescriptionAsync(GitHubFlavour flavour)
    {
        try
        {
            return await ApiDescription.ReadAsync(
                flavour == GitHubFlavour.Public ? ApiDescription.PublicFile : ApiDescription.ServerFile
            );
        }
        catch (IOException missing)
        {
            Servers.Require(present: false, $"GitHub's description of its API cannot be had: {missing.Message}");
            throw;
        }
    }
}
