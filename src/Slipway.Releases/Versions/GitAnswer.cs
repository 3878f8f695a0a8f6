using System.Text;

namespace Slipway.Releases;

/// <summary>What came of one git command.</summary>
/// <param name="Output">As git wrote it: a file's content may have a byte order mark, and no line end at its end.</param>
/// <param name="Error">What it said to standard error, trimmed.</param>
sealed record GitAnswer(int ExitCode, byte[] Output, string Error)
{
    public bool IsGood => ExitCode == 0;

    public string Text => Encoding.UTF8.GetString(Output);

    /// <summary>Without the empty ones.</summary>
    public IReadOnlyList<string> Lines => Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The first line, trimmed; empty for none.</summary>
    public string Line => Lines is [var first, ..] ? first.Trim() : "";
}
