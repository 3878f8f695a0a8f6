namespace Slipway.Releases;

/// <summary>A comment on a pull request as the host has it.</summary>
/// <param name="Body">Markdown.</param>
/// <param name="Page">Where people read it.</param>
public sealed record HostedComment(long Id, string Body, Uri Page);

/// <summary>A comment that is kept up to date.</summary>
/// <param name="Kind">What it is about, for example <c>review</c>: a pull request has one of each kind.</param>
/// <param name="Markdown">What people see.</param>
public sealed record CommentText(string Kind, string Markdown)
{
    internal string Mark => $"<!-- slipway:{Kind} -->\n";

    internal string Body => Mark + Markdown.ReplaceLineEndings("\n");
}
