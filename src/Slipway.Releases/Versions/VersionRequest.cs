namespace Slipway.Releases;

/// <summary>What a version is asked for.</summary>
/// <param name="Directory">In the repository; a configuration there beats the one at the repository's root.</param>
public sealed record VersionRequest(string Directory)
{
    /// <summary>A configuration file by another name, relative to the directory or the root; null for the usual names.</summary>
    public string? ConfigurationFile { get; init; }

    /// <summary>Keys of the configuration's first level that beat the file's.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Overrides { get; init; } = [];

    /// <summary>The branch to make the version of; null for the one that is checked out.</summary>
    public string? Branch { get; init; }

    /// <summary>The full id of a commit of the branch to make the version of; null for the branch's newest.</summary>
    public string? Commit { get; init; }

    /// <summary>Answers an environment variable. GitHub's are asked for what a detached HEAD stands for.</summary>
    public Func<string, string?> Environment { get; init; } = System.Environment.GetEnvironmentVariable;
}
