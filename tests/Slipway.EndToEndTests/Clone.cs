using Slipway.Testing;

namespace Slipway.EndToEndTests;

/// <summary>
/// This repository as a new user has it: a fresh clone, with what is not committed yet laid over it and committed there.
/// All tests share it, because compiling the build takes most of their time.
/// </summary>
public sealed class Clone : IAsyncLifetime
{
    /// <summary>Skips what must hold before something ships: other tests are about that.</summary>
    public static readonly string[] Unverified =
    [
        "--skip",
        "Compile",
        "Lint",
        "TestSqlite",
        "TestPostgres",
        "Coverage",
        "Scan",
    ];

    readonly TempDirectory _directory = new();
    readonly List<Site> _sites = [];
    Site? _site;
    string? _troubled;

    /// <summary>False: it has the build of the source tree, and the compiled one where that is there.</summary>
    public bool HasOwnBuild { get; init; } = true;

    public string Root => _directory["clone"];

    /// <summary>The commit that works.</summary>
    public string Good { get; private set; } = "";

    /// <summary>What the instances of <see cref="TroubledAsync"/> do; see <see cref="Trouble"/>.</summary>
    public Trouble Trouble => new(_directory["trouble"]);

    /// <summary>The place that the tests share. Staging is there, or was when the first test was through.</summary>
    public Site Site => _site ??= NewSite();

    public async Task InitializeAsync()
    {
        var source = Repository.Root();
        await RunAsync("git", ["clone", "--quiet", "--no-hardlinks", source, Root], _directory.Path);
        await GitAsync("checkout", "--quiet", "-B", "main");
        await GitAsync("config", "user.name", "Test");
        await GitAsync("config", "user.email", "test@example.org");
        await GitAsync("config", "commit.gpgsign", "false");
        await Repository.OverlayAsync(source, Root);
        // Enough for an instance on a busy machine, and short enough to wait for one that never becomes ready.
        if (HasOwnBuild)
            await ReplaceAsync(
                "build/Build.Environments.cs",
                "Strategy = new BlueGreen(),",
                "Strategy = new BlueGreen(),\n            ReadyTimeout = TimeSpan.FromSeconds(20),"
            );
        Good = await CommitAsync("test: the tree under test");
        if (!HasOwnBuild)
            await CompiledBuild.HandOverAsync(source, Root);
    }

    public async Task DisposeAsync()
    {
        var left = new List<string>();
        foreach (var site in _sites)
            left.AddRange(await site.DestroyAsync());
        if (left.Count > 0)
            throw new InvalidOperationException($"Could not be taken down:\n{string.Join('\n', left)}");
        _directory.Dispose();
    }

    /// <summary>State and ports of its own; whatever is deployed there is taken down with the clone.</summary>
    public Site NewSite(string? state = null)
    {
        var site = new Site(this, state ?? _directory[$"state-{_sites.Count}"]);
        _sites.Add(site);
        return site;
    }

    /// <summary>A directory of this clone's temporary place.</summary>
    public string Beside(string name) => _directory[name];

    /// <summary>The commit whose instances misbehave as told, pushed to <see cref="Site"/>.</summary>
    public async Task<string> TroubledAsync()
    {
        if (_troubled is null)
        {
            await CheckoutAsync(Good);
            await Trouble.InstallAsync(this);
            await CommitAsync("feat: trouble");
            _troubled = await CommitAsync("docs: one commit more, for a version that no other test has");
            await Site.PushAsync();
        }

        await CheckoutAsync(_troubled);
        return _troubled;
    }

    public Task CheckoutAsync(string commit, string branch = "main") =>
        GitAsync("checkout", "--quiet", "--force", "-B", branch, commit);

    public async Task<string> GitAsync(params string[] arguments) =>
        (await RunAsync("git", arguments, Root)).Output.Trim();

    public Task WriteAsync(string file, string content) => File.WriteAllTextAsync(Path.Combine(Root, file), content);

    public async Task ReplaceAsync(string file, string old, string replacement)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Root, file));
        text.Should().Contain(old);
        await WriteAsync(file, text.Replace(old, replacement, StringComparison.Ordinal));
    }

    /// <summary>Commits everything and answers the commit's full id.</summary>
    public async Task<string> CommitAsync(string message)
    {
        await GitAsync("add", "--all");
        await GitAsync("commit", "--quiet", "--allow-empty", "--message", message);
        return await GitAsync("rev-parse", "HEAD");
    }

    static async Task<CommandResult> RunAsync(string file, string[] arguments, string directory)
    {
        var result = await CommandLine.RunAsync(file, arguments, directory);
        return result.ExitCode == 0
            ? result
            : throw new InvalidOperationException($"{file} {string.Join(' ', arguments)}: {result.All}");
    }
}

[CollectionDefinition(Name)]
public sealed class CloneCollection : ICollectionFixture<Clone>
{
    public const string Name = "clone";
}
