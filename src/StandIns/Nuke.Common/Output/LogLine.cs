using System.Globalization;
using Serilog.Events;
using Serilog.Parsing;

namespace Nuke.Common.Execution;

/// <summary>A log event as lines: time, level, message with its values, exception.</summary>
internal static class LogLine
{
    /// <param name="timestamp">Whether the time of day comes first.</param>
    /// <param name="target">The target that logged it, to be named before the message; null for none.</param>
    public static void Write(LogEvent logEvent, bool timestamp, string? target = null)
    {
        var parts = new List<(string, Style)>();
        if (timestamp)
            parts.Add((Time(logEvent) + " ", Style.Dim));
        parts.Add(("[", Style.Dim));
        parts.Add((LevelOf(logEvent), StyleOf(logEvent.Level)));
        parts.Add(("] ", Style.Dim));
        if (!string.IsNullOrEmpty(target))
            parts.Add((target + ": ", Style.Plain));
        AddMessage(parts, logEvent);
        Screen.WriteLine([.. parts]);

        if (target is null && logEvent.Exception is { } exception)
            Screen.WriteLine(Describe(exception), Style.Plain);
    }

    /// <summary>The line without colours, time, or exception.</summary>
    public static string Message(LogEvent logEvent)
    {
        var parts = new List<(string Text, Style)>();
        AddMessage(parts, logEvent);
        return string.Concat(parts.Select(x => x.Text));
    }

    public static string Time(LogEvent logEvent) =>
        logEvent.Timestamp.ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>
    /// What is shown of an exception: everything when it points to a defect, or at verbosity Verbose; else what it says,
    /// and what its causes say. The log file has everything.
    /// </summary>
    private static string Describe(Exception exception)
    {
        if (Logging.Level == LogLevel.Trace || !SaysItAll(exception))
            return exception.ToString();

        var messages = new List<string>();
        for (var cause = exception; cause != null; cause = cause.InnerException)
        {
            if (!messages.Exists(x => x.Contains(cause.Message, StringComparison.Ordinal)))
                messages.Add(cause.Message);
        }

        return string.Join("\n  ", messages);
    }

    /// <summary>
    /// Whether the exception was thrown for a person to read, as <see cref="Assert.Fail"/> does, failed processes, and
    /// every type that is not the framework's own; of those, only the ones that the world outside causes.
    /// </summary>
    private static bool SaysItAll(Exception exception) =>
        exception.GetType() == typeof(Exception)
        || exception is IOException or UnauthorizedAccessException or TimeoutException or OperationCanceledException
        || exception.GetType().Namespace?.Split('.')[0] is not ("System" or "Microsoft");

    private static void AddMessage(List<(string, Style)> parts, LogEvent logEvent)
    {
        foreach (var token in logEvent.MessageTemplate.Tokens)
        {
            if (
                token is PropertyToken property
                && logEvent.Properties.TryGetValue(property.PropertyName, out var value)
            )
                parts.Add((Render(value, property.Format), Style.Value));
            else
                parts.Add((token.ToString()!, Style.Plain));
        }
    }

    private static string Render(LogEventPropertyValue value, string? format) =>
        value is ScalarValue { Value: string text } ? text : value.ToString(format, CultureInfo.InvariantCulture);

    private static string LevelOf(LogEvent logEvent) =>
        logEvent.Level switch
        {
            LogEventLevel.Verbose => "VRB",
            LogEventLevel.Debug => "DBG",
            LogEventLevel.Information => "INF",
            LogEventLevel.Warning => "WRN",
            LogEventLevel.Error => "ERR",
            _ => "FTL",
        };

    private static Style StyleOf(LogEventLevel level) =>
        level switch
        {
            LogEventLevel.Verbose => Style.Verbose,
            LogEventLevel.Debug => Style.Debug,
            LogEventLevel.Information => Style.Information,
            LogEventLevel.Warning => Style.Warning,
            LogEventLevel.Error => Style.Error,
            _ => Style.Fatal,
        };
}
