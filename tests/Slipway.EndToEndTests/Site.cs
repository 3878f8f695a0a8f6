using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Slipway.Testing;

namespace Slipway.EndToEndTests;

/// <summary>A state directory with ports of its own, and the clone's commands upon it.</summary>
public sealed class Site(Clone clone, string state)
{
    public string State => state;

    public int PortBase { get; private set; } = FreePorts.Base();

    public int Production => PortBase;

    public int Staging => PortBase + 1;

    public int Sandbox => PortBase + 2;

    string[] Where => ["--port-base", PortBase.ToString(CultureInfo.InvariantCulture), "--state", state];

    /// <summary>Runs <c>./build.sh</c> to its end.</summary>
    public Task<CommandResult> BuildAsync(params string[] arguments) =>
        CommandLine.RunAsync(
            Path.Combine(clone.Root, "build.sh"),
            [.. arguments, .. Where],
            clone.Root,
            limit: TimeSpan.FromMinutes(15)
        );

    /// <summary>Starts <c>./build.sh</c> and lets it run.</summary>
    public RunningBuild Start(params string[] arguments) =>
        new(Path.Combine(clone.Root, "build.sh"), [.. arguments, .. Where], clone.Root);

    /// <summary>Builds the image of the commit that is checked out, and pushes it here.</summary>
    public async Task PushAsync()
    {
        var push = await BuildAsync(["Push", .. Clone.Unverified]);
        push.ExitCode.Should().Be(0, push.All);
    }

    /// <summary>The images that were pushed to another place, without building them again.</summary>
    public void TakeImagesFrom(Site other) =>
        Files.Copy(Path.Combine(other.State, "store"), Path.Combine(state, "store"));

    /// <summary>Commands give another <c>--port-base</c> from here on.</summary>
    public void Move() => PortBase = FreePorts.Base();

    /// <summary>Staging serves the good commit when this returns.</summary>
    public async Task ServeGoodAsync()
    {
        clone.Trouble.End();
        await clone.CheckoutAsync(clone.Good);
        if (await CommitAtAsync(Staging) == clone.Good)
            return;
        if (!Directory.Exists(Path.Combine(state, "store")))
            await PushAsync();
        var deploy = await DeployPushedAsync();
        deploy.ExitCode.Should().Be(0, deploy.All);
    }

    /// <summary>Deploys the commit that is checked out, whose image was pushed before.</summary>
    public Task<CommandResult> DeployPushedAsync() => BuildAsync("Deploy", "--environment", "staging", "--skip");

    public async Task<JsonElement> StatusAsync(string environment)
    {
        var status = await BuildAsync("Status", "--json");
        status.ExitCode.Should().Be(0, status.All);
        using var document = JsonDocument.Parse(status.Output);
        return document
            .RootElement.GetProperty("environments")
            .EnumerateArray()
            .Single(found => found.GetProperty("name").GetString() == environment)
            .Clone();
    }

    /// <summary>The commit that answers at a port; null: nothing answers.</summary>
    public static async Task<string?> CommitAtAsync(int port)
    {
        using var client = new HttpClient();
        try
        {
            var version = await client.GetFromJsonAsync<JsonElement>(new Uri($"http://127.0.0.1:{port}/version"));
            return version.GetProperty("commit").GetString();
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    /// <summary>Takes everything down; answers what was said where that failed.</summary>
    public async Task<IReadOnlyList<string>> DestroyAsync()
    {
        var failures = new List<string>();
        foreach (var name in EnvironmentNames())
        {
            var destroy = await BuildAsync("Destroy", "--environment", name, "--confirm", name);
            if (destroy.ExitCode != 0)
                failures.Add(destroy.All);
        }

        return failures;
    }

    IEnumerable<string> EnvironmentNames()
    {
        var directory = Path.Combine(state, "environments");
        return Directory.Exists(directory)
            ? Directory
                .GetDirectories(directory)
                .Where(environment => File.Exists(Path.Combine(environment, "environment.json")))
                .Select(Path.GetFileName)
                .OfType<string>()
            : [];
    }
}
