using Spectre.Console;
using Spectre.Console.Rendering;

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

    async Task DrawAsync()
    {
        // A picture of one line must not be redrawn: Spectre.Console moves the cursor up by "0" lines for it, which
        // terminals read as 1 (ECMA-48, CUU), and each redrawing would eat a line above. So wait for the first stage.
        while (!_end.IsCancellationRequested && Snapshot().Stages.IsEmpty)
            await PauseAsync();
        if (Snapshot().Stages.IsEmpty)
            _console.Write(Picture());
        else
            await RedrawAsync();
    }

    Task RedrawAsync() =>
        _console
            .Live(Picture())
            .Overflow(VerticalOverflow.Crop)
            .Cropping(VerticalOverflowCropping.Top)
            .StartAsync(async live =>
            {
                while (!_end.IsCancellationRequested)
                {
                    live.UpdateTarget(Picture());
                    await PauseAsync();
                }

                live.UpdateTarget(Picture());
            });

    async Task PauseAsync() =>
        await Task.Delay(Interval, _time, _end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    IRenderable Picture()
    {
        var state = Snapshot();
        return state.Title.Length == 0
            ? Text.Empty
            : ProgressTree.Of(state, _time.GetUtcNow(), _console.Profile.Capabilities.Unicode);
    }

    RunState Snapshot()
    {
        lock (_lock)
            return _state;
    }
}
