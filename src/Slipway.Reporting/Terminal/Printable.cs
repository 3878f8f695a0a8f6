namespace Slipway.Reporting.Terminal;

/// <summary>Texts of other programs on their way to a terminal.</summary>
static class Printable
{
    /// <summary>One line without control characters: a line break becomes a space, an escape sequence loses its power.</summary>
    public static string Line(string? text) =>
        string.Create(
            (text ?? "").Length,
            text ?? "",
            static (line, source) =>
            {
                for (var at = 0; at < line.Length; at++)
                    line[at] = char.IsControl(source[at]) ? ' ' : source[at];
            }
        );
}
