using Slipway.Reporting.Terminal;

namespace Slipway.Components.Running;

/// <summary>
/// A sink that can leave the terminal to somebody else for a while: a tree is drawn anew afterwards, with all that has
/// happened meanwhile. Plain lines share the terminal, and go on.
/// </summary>
sealed class PausableSink(Func<IProgressSink> open) : IProgressSink
{
    readonly Lock _lock = new();
    readonly List<ProgressEvent> _events = [];
    IProgressSink? _sink;
    bool _isPaused;

    public void Report(ProgressEvent progress)
    {
        lock (_lock)
        {
            _events.Add(progress);
            if (_isPaused)
                return;
            _sink ??= open();
            _sink.Report(progress);
        }
    }

    public IDisposable Pause()
    {
        lock (_lock)
        {
            if (_sink is LiveProgress)
            {
                _sink.Dispose();
                _sink = null;
                _isPaused = true;
            }
        }
        return new Resuming(this);
    }

    public void Dispose()
    {
        lock (_lock)
            _sink?.Dispose();
    }

    void Resume()
    {
        lock (_lock)
        {
            if (!_isPaused)
                return;
            _isPaused = false;
            _sink = open();
            foreach (var progress in _events)
                _sink.Report(progress);
        }
    }

    sealed class Resuming(PausableSink sink) : IDisposable
    {
        public void Dispose() => sink.Resume();
    }
}
