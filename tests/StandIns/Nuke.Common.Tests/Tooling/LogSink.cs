using System.Collections.Concurrent;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace Nuke.Common.Tests.Tooling;

/// <summary>Collects what is logged until it is disposed. The logger is the process's: tests that use it are one collection.</summary>
public sealed class LogSink : ILogEventSink, IDisposable
{
    readonly ILogger _previous = Log.Logger;
    readonly ConcurrentQueue<LogEvent> _events = new();

    public LogSink()
    {
        Log.Logger = new LoggerConfiguration().MinimumLevel.Verbose().WriteTo.Sink(this).CreateLogger();
    }

    public IEnumerable<string> Lines => _events.Select(x => $"{x.Level}: {x.RenderMessage()}");

    public void Emit(LogEvent logEvent) => _events.Enqueue(logEvent);

    public void Dispose() => Log.Logger = _previous;
}

/// <summary>Tests that change what belongs to the process: its logger, environment or working directory.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ProcessWide
{
    public const string Name = "Process-wide state";
}
