namespace Slipway.Releases;

/// <summary>What GitHub says that a checkout stands for: it checks out a detached HEAD.</summary>
/// <param name="Branch">Null: it names none.</param>
/// <param name="Tag">The tag that is built; null: none is.</param>
sealed record BuildServer(string? Branch, string? Tag)
{
    const string Heads = "refs/heads/";
    const string Tags = "refs/tags/";

    public static BuildServer Read(Func<string, string?> environment, string commit)
    {
        // Another repository than the one that the job runs for.
        if (environment("GITHUB_SHA") is { Length: > 0 } sha && !string.Equals(sha, commit, StringComparison.Ordinal))
            return new BuildServer(null, null);
        if (environment("GITHUB_HEAD_REF") is { Length: > 0 } source)
            return new BuildServer(source, null);
        return environment("GITHUB_REF") switch
        {
            { } name when name.StartsWith(Heads, StringComparison.Ordinal) => new BuildServer(
                name[Heads.Length..],
                null
            ),
            { } name when name.StartsWith(Tags, StringComparison.Ordinal) => new BuildServer(null, name[Tags.Length..]),
            _ => new BuildServer(null, null),
        };
    }
}
