namespace Slipway.Releases;

/// <summary>A commit, as git has it.</summary>
/// <param name="Sha">Its full id.</param>
/// <param name="Parents">Full ids, the first parent first; none for a root.</param>
/// <param name="AuthorName">As <c>.mailmap</c> has it; may be empty.</param>
/// <param name="AuthorEmail">As <c>.mailmap</c> has it; may be empty.</param>
/// <param name="AuthorTime">When the change was written, UTC.</param>
/// <param name="CommitTime">When this commit of it was made, UTC: a rebase sets it anew.</param>
/// <param name="Message">The whole message, without line feeds at its end.</param>
public sealed record Commit(
    string Sha,
    IReadOnlyList<string> Parents,
    string AuthorName,
    string AuthorEmail,
    DateTimeOffset AuthorTime,
    DateTimeOffset CommitTime,
    string Message
)
{
    public bool IsMerge => Parents.Count > 1;

    /// <summary>The message's first line.</summary>
    public string Subject =>
        Message.IndexOf('\n', StringComparison.Ordinal) is > -1 and var end ? Message[..end] : Message;
}
