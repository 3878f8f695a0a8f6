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
        // Whole lines: a page may speak of them too.
        var begin = text?.IndexOf($"\n{Begin}\n", StringComparison.Ordinal) ?? -1;
        var end = begin < 0 ? -1 : text!.IndexOf($"\n{End}\n", begin, StringComparison.Ordinal);
        if (end < 0)
            throw new BuildException(
                $"{page} has no place for the drawing of the workflows: write the lines '{Begin}' and '{End}' into it."
            );
        return $"{text![..begin]}\n{Begin}\n\n{string.Join('\n', drawings)}{text[end..]}";
    }
}
