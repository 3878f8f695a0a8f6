using System.Text.RegularExpressions;

namespace Slipway.Workflows.Pins;

/// <summary>The tags of a repository with the commits that they stand for.</summary>
public sealed partial class RemoteTags
{
    const string Peeled = "^{}";
    readonly Dictionary<string, string> _commits;

    RemoteTags(Dictionary<string, string> commits) => _commits = commits;

    /// <param name="answer">
    /// What <c>git ls-remote --tags</c> has written: a hash, a tab and a name a line. An annotated tag has a second line, whose
    /// name ends in <c>^{}</c>, with its commit.
    /// </param>
    /// <param name="repository">Named in errors.</param>
    /// <exception cref="WorkflowException">It is something else.</exception>
    public static RemoteTags Parse(string answer, string repository)
    {
        var commits = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in answer.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var match = Line().Match(line.TrimEnd('\r'));
            if (!match.Success)
                throw new WorkflowException($"What {repository} answers is no list of tags: '{Shortened(line)}'.");
            var tag = match.Groups["tag"].Value;
            if (tag.EndsWith(Peeled, StringComparison.Ordinal))
                commits[tag[..^Peeled.Length]] = match.Groups["commit"].Value;
            else
                commits.TryAdd(tag, match.Groups["commit"].Value);
        }
        return new RemoteTags(commits);
    }

    public string? CommitOf(string tag) => _commits.GetValueOrDefault(tag);

    /// <summary>Releases: <c>v7.0.1</c> or <c>7.0.1</c>, no previews; the highest first.</summary>
    internal IEnumerable<ReleaseTag> Releases() =>
        _commits
            .Keys.Select(ReleaseTag.Parse)
            .OfType<ReleaseTag>()
            .OrderByDescending(tag => tag.Version)
            .ThenBy(tag => tag.Name, StringComparer.Ordinal);

    static string Shortened(string line) => line.Length <= 80 ? line : $"{line[..80]}…";

    [GeneratedRegex(
        @"^(?<commit>[0-9a-f]{40}([0-9a-f]{24})?)\trefs/tags/(?<tag>\S+)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Line();
}
