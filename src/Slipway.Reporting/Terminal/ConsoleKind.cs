namespace Slipway.Reporting.Terminal;

/// <summary>What an output can show.</summary>
public static class ConsoleKind
{
    /// <summary>
    /// Whether a picture can be redrawn in place: a terminal, neither dumb nor in CI, whose user does not ask for plain
    /// text by <c>NO_COLOR</c> (no-color.org: any value but the empty one).
    /// </summary>
    public static bool IsLive(bool isRedirected, Func<string, string?> environment) =>
        !isRedirected
        && string.IsNullOrEmpty(environment("NO_COLOR"))
        && string.IsNullOrEmpty(environment("CI"))
        && environment("TERM") is not "dumb";

    /// <summary>The sink that fits this process's standard output.</summary>
    public static IProgressSink SinkForConsole(TimeProvider time) =>
        IsLive(Console.IsOutputRedirected, Environment.GetEnvironmentVariable)
            ? new LiveProgress(Spectre.Console.AnsiConsole.Console, time)
            : new PlainProgress(Console.Out);
}
