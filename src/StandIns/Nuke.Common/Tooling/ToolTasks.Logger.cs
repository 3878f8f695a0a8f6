// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using System.Reflection;
using System.Text.RegularExpressions;
using Serilog;
using Serilog.Events;

namespace Nuke.Common.Tooling;

public abstract partial class ToolTasks
{
    /// <summary>
    /// Logs a line at the level of the first <see cref="LogLevelPattern"/> that matches, else error output as error
    /// (unless <see cref="LogErrorAsStandard"/>) and the rest at the <see cref="DefaultLogLevel"/>, which is debug.
    /// </summary>
    protected internal virtual Action<OutputType, string> GetLogger(ToolOptions options = null)
    {
        if (options?.ProcessLogger is { } logger)
            return logger;

        var type = GetType();
        var patterns = type.GetCustomAttributes<LogLevelPattern>()
            .Select(x => (x.Level, Regex: new Regex(x.Pattern, RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1))))
            .ToList();
        var errorLevel = type.IsDefined(typeof(LogErrorAsStandard)) ? (LogEventLevel?)null : LogEventLevel.Error;
        var defaultLevel = type.GetCustomAttribute<DefaultLogLevel>()?.Level ?? LogEventLevel.Debug;

        return (stream, line) =>
        {
            var matching = patterns.Where(x => x.Regex.IsMatch(line)).Select(x => (LogEventLevel?)x.Level);
            var level = matching.FirstOrDefault() ?? (stream == OutputType.Err ? errorLevel : null) ?? defaultLevel;
            Log.Write(level, ProcessTasks.AsTemplate(line));
        };
    }
}
