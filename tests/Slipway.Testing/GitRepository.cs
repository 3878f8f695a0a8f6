namespace Slipway.Testing;

/// <summary>A real git repository of a test's own, with a fixed author and clock.</summary>
public sealed class GitRepository : IDisposable
{
    readonly TempDirectory _directory = new();

    GitRepository() { }

    public string Path => _directory.Path;

    public static async Task<GitRepository> CreateAsync(string branch = "main")
    {
        var repository = new GitRepository();
        await repository.RunAsync("init", "--quiet", "--initial-branch", branch);
        await repository.RunAsync("config", "user.name", "Test");
        await repository.RunAsync("config", "user.email", "test@example.org");
        await repository.RunAsync("config", "commit.gpgsign", "false");
        return repository;
    }

    public string Write(string relative, string content) => _directory.Write(relative, content);

    /// <summary>Commits everything and answers the commit's full id.</summary>
    public async Task<string> CommitAsync(string message)
    {
        await RunAsync("add", "--all");
        await RunAsync("commit", "--quiet", "--allow-empty", "--message", message);
        return await RunAsync("rev-parse", "HEAD");
    }

    /// <summary>Runs git here and answers what it printed, trimmed; a failure of git fails the test.</summary>
    public Task<string> RunAsync(params string[] arguments) => RunAsync(arguments, input: null);

    /// <summary>Makes many commits at once, from a stream of git-fast-import(1).</summary>
    public Task ImportAsync(string stream) => RunAsync(["fast-import", "--quiet"], stream);

    async Task<string> RunAsync(string[] arguments, string? input)
    {
        var environment = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["GIT_AUTHOR_DATE"] = "2026-01-01T00:00:00Z",
            ["GIT_COMMITTER_DATE"] = "2026-01-01T00:00:00Z",
            ["GIT_CONFIG_GLOBAL"] = "/dev/null",
        };
        var result = await CommandLine.RunAsync("git", arguments, Path, environment, input: input);
        return result.ExitCode == 0
            ? result.Output.Trim()
            : throw new InvalidOperationException($"git {string.Join(' ', arguments)}: {result.Error}");
    }

    public void Dispose() => _directory.Dispose();
}
