using System.Net;
using System.Text;
using Slipway.Testing;

namespace Slipway.Releases.Tests.Versions;

/// <summary>With git itself and a host that asks who it is.</summary>
public sealed class GitCredentialTests : IAsyncLifetime
{
    static readonly string Token = $"ghs_{Guid.NewGuid():N}";

    readonly HttpListener _host = new();
    readonly List<string?> _asked = [];
    readonly Uri _address = new($"http://127.0.0.1:{FreePort.Next()}/");
    GitRepository _repository = null!;
    Task _answering = Task.CompletedTask;

    public async Task InitializeAsync()
    {
        _repository = await GitRepository.CreateAsync();
        _host.Prefixes.Add(_address.ToString());
        _host.Start();
        _answering = AnswerAsync();
    }

    public async Task DisposeAsync()
    {
        _host.Stop();
        await _answering;
        _host.Close();
        _repository.Dispose();
    }

    [Fact]
    public async Task The_host_that_it_is_for_is_given_the_token_whatever_is_configured()
    {
        await _repository.RunAsync("config", "credential.helper", "!echo password=wrong; echo username=wrong; :");

        await AskAsync(new GitCredential(_address, Token));

        _asked.Should().Equal(null, $"x-access-token:{Token}");
    }

    [Fact]
    public async Task Another_host_is_not()
    {
        await AskAsync(new GitCredential(new Uri("https://github.com/"), Token));

        _asked.Should().Equal((string?)null);
    }

    [Fact]
    public void It_stands_in_no_argument_and_in_no_text()
    {
        var credential = new GitCredential(_address, Token);

        string.Concat(credential.Arguments).Should().NotContain(Token);
        credential.ToString().Should().NotContain(Token);
    }

    async Task AskAsync(GitCredential credential)
    {
        var git = new Git(_repository.Path) { Credential = credential, Limit = TimeSpan.FromMinutes(1) };
        (await git.AskAsync(CancellationToken.None, "ls-remote", $"{_address}o/n.git")).IsGood.Should().BeFalse();
    }

    /// <summary>It asks until it is told something, and then has no such repository.</summary>
    async Task AnswerAsync()
    {
        while (_host.IsListening)
        {
            try
            {
                var context = await _host.GetContextAsync();
                var given = context.Request.Headers["Authorization"];
                _asked.Add(
                    given is null ? null : Encoding.UTF8.GetString(Convert.FromBase64String(given["Basic ".Length..]))
                );
                context.Response.StatusCode = given is null ? 401 : 404;
                context.Response.AddHeader("WWW-Authenticate", "Basic realm=\"git\"");
                context.Response.Close();
            }
            catch (Exception ended) when (ended is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }
}
