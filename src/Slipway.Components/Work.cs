using Slipway.Reporting;
using Slipway.Reporting.Terminal;

namespace Slipway.Components;

/// <summary>Long work in stages: a live tree in a terminal, plain lines elsewhere; what happened is kept for the report.</summary>
static class Work
{
    /// <summary>Shows <paramref name="work"/> while it runs. While a tree is shown, the work must write nothing itself.</summary>
    /// <param name="isPart"><inheritdoc cref="RunRecord.Keep" path="/param[@name='isPart']"/></param>
    public static async Task<T> ShowAsync<T>(
        RunRecord record,
        string title,
        Func<RunProgress, Task<T>> work,
        bool isPart = false
    )
    {
        using var sink = ConsoleKind.SinkForConsole(TimeProvider.System);
        var progress = new RunProgress(sink, TimeProvider.System);
        progress.RunStarted(title);
        try
        {
            var result = await work(progress);
            progress.RunFinished(OutcomeOf(progress.State));
            return result;
        }
        catch (Exception)
        {
            progress.RunFinished(StageOutcome.Failed);
            throw;
        }
        finally
        {
            record.Keep(progress.State, isPart);
        }
    }

    /// <inheritdoc cref="ShowAsync"/>
    public static T Show<T>(RunRecord record, string title, Func<RunProgress, T> work) =>
        ShowAsync(record, title, progress => Task.FromResult(work(progress))).GetAwaiter().GetResult();

    /// <summary>Shows a compilation: its one stage is what is compiled.</summary>
    public static void Compile(RunRecord record, string what, Action compile) =>
        Show(
            record,
            "Compiling",
            progress =>
                progress.Stage(
                    what,
                    () =>
                    {
                        compile();
                        return true;
                    },
                    _ => (StageOutcome.Succeeded, null)
                )
        );

    /// <summary>Runs one stage; an exception makes it a failed one.</summary>
    /// <param name="detail">What its line says at the end.</param>
    public static T Stage<T>(
        this RunProgress progress,
        string title,
        Func<T> work,
        Func<T, (StageOutcome, string?)> detail
    )
    {
        progress.StageStarted(title, parentId: null, title);
        T result;
        try
        {
            result = work();
        }
        catch (Exception failure)
        {
            progress.StageFinished(title, StageOutcome.Failed, failure.Message);
            throw;
        }

        var (outcome, text) = detail(result);
        progress.StageFinished(title, outcome, text);
        return result;
    }

    /// <summary>Runs one stage that says how it goes; an exception makes it a failed one.</summary>
    public static async Task<T> StageAsync<T>(
        this RunProgress progress,
        string title,
        Func<Action<string>, Task<T>> work
    )
    {
        progress.StageStarted(title, parentId: null, title);
        try
        {
            var result = await work(message => progress.StageProgress(title, message));
            progress.StageFinished(title, StageOutcome.Succeeded);
            return result;
        }
        catch (Exception failure)
        {
            progress.StageFinished(title, StageOutcome.Failed, failure.Message);
            throw;
        }
    }

    static StageOutcome OutcomeOf(RunState state) =>
        state.Stages.Any(stage => stage.Outcome == StageOutcome.Failed) ? StageOutcome.Failed
        : state.Stages.Any(stage => stage.Outcome == StageOutcome.Waiting) ? StageOutcome.Waiting
        : StageOutcome.Succeeded;
}
