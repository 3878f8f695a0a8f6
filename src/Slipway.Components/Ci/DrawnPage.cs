namespace Slipway.Components.Ci;

/// <summary>A page of a person's with drawings between two lines in it.</summary>
static class DrawnPage
{
    public const string Begin = "<!-- workflows -->";
    public const string End = "<!-- /workflows -->";

    /// <param name="page">Its file, for messages.</param>
    /// <exception cref="BuildException">It is not there, or has not the two lines.</exception>
    public static string With(string page, string? text, IEnumerable<string> drawings)
    {
        var begin = text?.IndexOf($"{Begin}\n", StringComparison.Ordinal) ?? -1;
        var end = text?.IndexOf(End, StringComparison.Ordinal) ?? -1;
        if (begin < 0 || end < begin)
            throw new BuildException(
                $"{page} has no place for the drawing of the workflows: write the lines '{Begin}' and '{End}' into it."
            );
        return $"{text![..begin]}{Begin}\n\n{string.Join('\n', drawings)}\n{text[end..]}";
    }
}
