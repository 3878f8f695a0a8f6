using System.Text;

namespace Nuke.Common.Execution;

/// <summary>Standard output, in colours where they can be seen and are wanted (https://no-color.org).</summary>
internal static class Screen
{
    /// <summary>Whether text is coloured.</summary>
    public static bool HasColors { get; set; } = IsCapable();

    public static void WriteLine(string? text, Style style) => WriteLine([(text ?? "", style)]);

    /// <summary>Writes one line at once, so that lines of several threads do not mix.</summary>
    public static void WriteLine(ReadOnlySpan<(string Text, Style Style)> parts)
    {
        var line = new StringBuilder();
        foreach (var (text, style) in parts)
        {
            // Masked before colours come in between.
            var shown = SecretMasking.Apply(text);
            if (HasColors && style.Code.Length > 0 && !string.IsNullOrWhiteSpace(shown))
                line.Append(style.Code).Append(shown).Append(Style.Reset);
            else
                line.Append(shown);
        }

        Console.WriteLine(line.ToString());
    }

    /// <summary>Whether the person has said that there shall be no colours.</summary>
    public static bool IsColorUnwanted => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    private static bool IsCapable() =>
        !Console.IsOutputRedirected
        && !IsColorUnwanted
        && Environment.GetEnvironmentVariable("TERM") is not "dumb"
        && (!OperatingSystem.IsWindows() || IsAnsiTerminal());

    // The old console of Windows shows escape sequences as they are.
    private static bool IsAnsiTerminal() =>
        EnvironmentInfo.HasVariable("WT_SESSION") || EnvironmentInfo.HasVariable("TERM");
}
