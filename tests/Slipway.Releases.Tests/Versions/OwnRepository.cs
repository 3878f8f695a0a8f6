using Slipway.Testing;

namespace Slipway.Releases.Tests;

/// <summary>A repository that is versioned as this one is.</summary>
static class OwnRepository
{
    public static readonly Func<string, string?> NoEnvironment = _ => null;

    /// <summary>With this repository's own configuration, which is a part of the first commit.</summary>
    public static async Task<GitRepository> CreateAsync()
    {
        var repository = await GitRepository.CreateAsync();
        repository.Write("GitVersion.yml", await File.ReadAllTextAsync(Path.Combine(Root(), "GitVersion.yml")));
        return repository;
    }

    static string Root()
    {
        var directory = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(directory, "Slipway.slnx")))
            directory = Path.GetDirectoryName(directory)!;
        return directory;
    }

    public static Task<CommitVersion> ReadAsync(GitRepository repository) =>
        CommitVersion.ReadAsync(repository.Path, NoEnvironment);

    public static Func<Task> Failing(string directory) => () => CommitVersion.ReadAsync(directory, NoEnvironment);
}
