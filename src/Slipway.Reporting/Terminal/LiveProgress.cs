using Spectre.Console;

namespace Slipway.Reporting.Terminal;

/// <summary>
/// A tree that is redrawn in place, ten times a second at most. While it lives, nobody else may write to the terminal.
/// The last picture stays.
/// </summary>
public sealed class LiveProgress : IProgressSink
{
    static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    readonly IAnsiConsole _console;
    readonly TimeProvider _time;
    readonly Lock _lock = new();
    readonly CancellationTokenSource _end = new();
    readonly Task _drawing;
    RunState _state = RunState.Empty;

    public LiveProgress(IAnsiConsole console, TimeProvider time)
    {
        _console = console;
        _time = time;
        _drawing = Task.Run(DrawAsync);
    }

    public void Report(ProgressEvent progress)
    {
        lock (_lock)
        {
            if (!_end.IsCancellationRequested)
                _state = _state.With(progress);
        }
    }

    /// <summary>Draws the last picture and gives the terminal back.</summary>
    public void Dispose()
    {
        lock (_lock)
            _end.Cancel();
        try
        {
            _drawing.GetAwaiter().GetResult();
        }
        catch (IOException)
        {
            // The terminal has gone away: what was shown in it goes on without it.
        }
    }

    Task DrawAsync() =>
        _console
            .Live(Text.Empty)
            .Overflow(VerticalOverflow.Crop)
            .Cropping(VerticalOverflowCropping.Top)
            .StartAsync(async live =>
            {
                while (!_end.IsCancellationRequested)
                {
                    Draw(live);
                    await Task.Delay(Interval, _time, _end.Token)
                        .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                }

                Draw(live);
            });

    void Draw(LiveDisplayContext live)
    {
        RunState state;
        lock (_lock)
            state = _state;
        if (state.Title.Length > 0)
            live.UpdateTarget(ProgressTree.Of(state, _time.GetUtcNow(), _console.Profile.Capabilities.Unicode));
    }
}
