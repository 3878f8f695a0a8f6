using Nuke.Common.Utilities;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace Nuke.Common.Execution;

/// <summary>Sets up <see cref="Log.Logger"/> for a build.</summary>
public static class Logging
{
    private static readonly List<(LogEvent Event, string Target)> s_problems = [];

    /// <summary>What is written to the console; the log file has everything.</summary>
    public static readonly LoggingLevelSwitch LevelSwitch = new(LogEventLevel.Debug);

    /// <summary>The same in the words of <see cref="LogLevel"/>.</summary>
    public static LogLevel Level
    {
        get =>
            LevelSwitch.MinimumLevel switch
            {
                LogEventLevel.Verbose => LogLevel.Trace,
                LogEventLevel.Warning => LogLevel.Warning,
                LogEventLevel.Error or LogEventLevel.Fatal => LogLevel.Error,
                _ => LogLevel.Normal,
            };
        set =>
            LevelSwitch.MinimumLevel = value switch
            {
                LogLevel.Trace => LogEventLevel.Verbose,
                LogLevel.Normal => LogEventLevel.Debug,
                LogLevel.Warning => LogEventLevel.Warning,
                LogLevel.Error => LogEventLevel.Error,
                _ => throw new ArgumentOutOfRangeException(nameof(value), value, message: null),
            };
    }

    /// <summary>The warnings and errors so far, each with the target that was running.</summary>
    internal static IReadOnlyList<(LogEvent Event, string Target)> Problems => s_problems;

    internal static string CurrentTarget { get; private set; } = "";

    /// <summary>Makes <see cref="Log"/> write as the build wants it; without a build, to the console alone.</summary>
    public static void Configure(INukeBuild? build = null)
    {
        s_problems.Clear();
        Log.Logger = new LoggerConfiguration()
            .MinimumLevel.Verbose()
            .WriteTo.Sink(new BuildLogSink(build))
            .CreateLogger();
    }

    internal static void AddProblem(LogEvent logEvent)
    {
        lock (s_problems)
            s_problems.Add((logEvent, CurrentTarget));
    }

    internal static IDisposable SetTarget(string name)
    {
        CurrentTarget = name;
        return DelegateDisposable.CreateBracket(cleanup: () => CurrentTarget = "");
    }
}
