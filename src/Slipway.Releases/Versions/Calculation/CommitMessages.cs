using System.Text;

namespace Slipway.Releases;

/// <summary>An increment that a message asks for.</summary>
/// <param name="Resets">Forget what was asked for before, the branch's own increment included.</param>
readonly record struct MessageIncrement(VersionPart Part, bool Resets);

/// <summary>
/// What the messages of a history say, read while they stream by. Most say nothing: for those, nothing is kept.
/// </summary>
sealed class CommitMessages(VersionConfiguration configuration) : IMessageSink
{
    static readonly VersionConfiguration Default = new();

    readonly Dictionary<int, MessageIncrement> _increments = [];
    readonly Dictionary<int, MergeMessage> _merges = [];
    readonly MergeMessageReader _mergeReader = new(configuration);

    // The usual patterns begin with one of two signs: looking for those first spares most messages five expressions.
    readonly bool _hasUsualPatterns =
        IsUsual(configuration.MajorBump, Default.MajorBump)
        && IsUsual(configuration.MinorBump, Default.MinorBump)
        && IsUsual(configuration.PatchBump, Default.PatchBump)
        && IsUsual(configuration.NoBump, Default.NoBump);

    /// <summary>Commits whose messages name a merged branch, and what they say.</summary>
    public IReadOnlyDictionary<int, MergeMessage> Merges => _merges;

    public IReadOnlyDictionary<int, MessageIncrement> Increments => _increments;

    public void Take(int commit, ReadOnlySpan<byte> message, bool isMerge)
    {
        var mayMerge = _mergeReader.MayMatch(message);
        var mayIncrement = !_hasUsualPatterns || MayHaveUsual(message);
        if (!mayMerge && !mayIncrement)
            return;
        var text = Encoding.UTF8.GetString(message);
        if (mayIncrement && IncrementOf(text) is { } increment)
            _increments[commit] = increment;
        // A commit that is no merge counts as one when it tells of a release branch: that is how a squashed one looks.
        if (
            mayMerge
            && _mergeReader.Read(text) is { } merge
            && (isMerge || configuration.IsReleaseBranch(merge.MergedBranch.Plain))
        )
            _merges[commit] = merge;
    }

    static bool IsUsual(string? pattern, string? usual) => string.Equals(pattern, usual, StringComparison.Ordinal);

    static bool MayHaveUsual(ReadOnlySpan<byte> message)
    {
        var sign = message.IndexOfAny((byte)'+', (byte)'=');
        return sign >= 0 && message[sign..].IndexOf((byte)':') > 0;
    }

    MessageIncrement? IncrementOf(string message)
    {
        VersionPart? part =
            Matches(configuration.NoBump) ? VersionPart.None
            : Matches(configuration.MajorBump) ? VersionPart.Major
            : Matches(configuration.MinorBump) ? VersionPart.Minor
            : Matches(configuration.PatchBump) ? VersionPart.Patch
            : null;
        return part is { } asked ? new MessageIncrement(asked, Matches(configuration.BumpReset)) : null;

        bool Matches(string? pattern) => pattern is not null && Pattern.Of(pattern).IsMatch(message);
    }
}
