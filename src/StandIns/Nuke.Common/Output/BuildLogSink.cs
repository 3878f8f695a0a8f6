using Nuke.Common.CI;
using Serilog.Core;
using Serilog.Events;

namespace Nuke.Common.Execution;

/// <summary>Takes each log event to the console, to the host, to the log file, and to the summary of problems.</summary>
internal sealed class BuildLogSink : ILogEventSink, IDisposable
{
    private readonly INukeBuild? _build;
    private readonly BuildLogFile? _file;
    private readonly bool _timestamps;

    public BuildLogSink(INukeBuild? build)
    {
        _build = build;
        _timestamps = build?.IsOutputEnabled(DefaultOutput.Timestamps) ?? false;
        _file = build is null || build.Host is IBuildServer ? null : new BuildLogFile(build.TemporaryDirectory);
    }

    public void Emit(LogEvent logEvent)
    {
        if (_build?.Host.FilterMessage(logEvent.MessageTemplate.Text) ?? false)
            return;

        if (logEvent.Level >= Logging.LevelSwitch.MinimumLevel)
            LogLine.Write(logEvent, _timestamps);
        _file?.Write(logEvent);

        if (logEvent.Level < LogEventLevel.Warning)
            return;

        if (logEvent.MessageTemplate.Text.Length > 0)
            Logging.AddProblem(logEvent);
        Report(logEvent);
    }

    public void Dispose() => _file?.Dispose();

    private void Report(LogEvent logEvent)
    {
        var message = SecretMasking.Apply(LogLine.Message(logEvent));
        var details = logEvent.Exception is { } exception ? SecretMasking.Apply(exception.ToString()) : null;
        if (logEvent.Level == LogEventLevel.Warning)
            _build?.Host.ReportWarning(message, details);
        else
            _build?.Host.ReportError(message, details);
    }
}
