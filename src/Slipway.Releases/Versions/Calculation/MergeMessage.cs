using System.Text;

namespace Slipway.Releases;

/// <summary>What a merge's message says: which branch was merged.</summary>
/// <param name="Format">The name of the format that it was recognised by.</param>
/// <param name="MergedBranch">Canonical, <c>refs/heads/release/1.2.0</c>, or as <see cref="GitBranch.Name"/> has it.</param>
/// <param name="Version">What the branch's name carries.</param>
/// <param name="Subject">The message's first line.</param>
sealed record MergeMessage(string Format, GitBranch MergedBranch, VersionNumber? Version, string Subject);

/// <summary>
/// Recognises merge messages: a configuration's own formats first, then those that git, GitHub, Bitbucket, Azure DevOps and
/// SmartGit write (gitversion.net/docs/reference/configuration, "merge-message-formats").
/// </summary>
sealed class MergeMessageReader(VersionConfiguration configuration)
{
    const string RemoteTracking = "RemoteTracking";
    const string Into = @"(?: into (?<TargetBranch>\S*))*";
    const string PullRequest = @"#(?<PullRequestNumber>\d+)";

    static readonly (string Name, string Pattern)[] Known =
    [
        ("Default", $"^Merge (branch|tag) '(?<SourceBranch>[^']*)'{Into}"),
        ("SmartGit", $@"^Finish (?<SourceBranch>\S*){Into}"),
        (
            "BitBucketPull",
            $@"^Merge pull request {PullRequest} (from|in) (?<Source>.*) from (?<SourceBranch>\S*) to (?<TargetBranch>\S*)"
        ),
        (
            "BitBucketPullv7",
            $@"^Pull request {PullRequest}.*\r?\n\r?\nMerge in (?<Source>.*) from (?<SourceBranch>\S*) to (?<TargetBranch>\S*)"
        ),
        ("BitBucketCloudPull", $@"^Merged in (?<SourceBranch>\S*) \(pull request {PullRequest}\)"),
        ("GitHubPull", $@"^Merge pull request {PullRequest} (from|in) (?:[^\s\/]+\/)?(?<SourceBranch>\S*){Into}"),
        (RemoteTracking, $@"^Merge remote-tracking branch '(?<SourceBranch>\S*)'{Into}"),
        (
            "AzureDevOpsPull",
            @"^Merge pull request (?<PullRequestNumber>\d+) from (?<SourceBranch>\S*) into (?<TargetBranch>\S*)"
        ),
    ];

    static readonly string[] Canonical =
    [
        "refs/heads/",
        "refs/remotes/",
        "refs/tags/",
        "refs/pull/",
        "refs/pull-requests/",
    ];

    List<(string Name, Pattern Pattern)>? _formats;

    /// <summary>
    /// Whether a message begins as one of the known formats does, told from its bytes: most messages are no merges, and
    /// need no expression to be tried. A configuration's own formats may begin with anything.
    /// </summary>
    public bool MayMatch(ReadOnlySpan<byte> message) =>
        configuration.MergeFormats.Count > 0
        || Begins(message, "merge"u8)
        || Begins(message, "finish "u8)
        || Begins(message, "pull request #"u8);

    /// <summary>Null: it is no merge's message.</summary>
    public MergeMessage? Read(string message)
    {
        foreach (var (name, pattern) in _formats ??= Formats())
        {
            var match = pattern.Match(message);
            if (!match.Success)
                continue;
            var merged = Branch(name, match.Groups["SourceBranch"].Value);
            var version = BranchName.Version(merged.Plain, configuration)?.Version;
            return new MergeMessage(name, merged, version, message.AsSpan().Trim().ToString().Split('\n')[0].TrimEnd());
        }
        return null;
    }

    /// <summary>Made when the first message needs them: many histories have none.</summary>
    List<(string Name, Pattern Pattern)> Formats() =>
        [
            .. configuration.MergeFormats.Select(format => (format.Key, Pattern.Of(format.Value))),
            .. Known.Select(format => (format.Name, Pattern.Of(format.Pattern))),
        ];

    static bool Begins(ReadOnlySpan<byte> message, ReadOnlySpan<byte> word) =>
        message.Length > word.Length && Ascii.EqualsIgnoreCase(message[..word.Length], word);

    static GitBranch Branch(string format, string name)
    {
        if (format is RemoteTracking && !name.StartsWith("refs/remotes/", StringComparison.Ordinal))
            name = $"refs/remotes/{name}";
        return Canonical.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal))
            ? new GitBranch(name, "")
            : GitBranch.Local(name, "");
    }
}
