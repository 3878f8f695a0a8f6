using System.Collections.Immutable;

namespace Slipway.Reporting.Terminal;

/// <summary>One stage of a run.</summary>
/// <param name="Text">What it is at, or, once it is finished, its detail.</param>
public sealed record StageState(
    string Id,
    string? ParentId,
    string Title,
    DateTimeOffset Started,
    DateTimeOffset? Finished = null,
    StageOutcome? Outcome = null,
    string? Text = null
)
{
    /// <summary>It says something, and has not been worked on.</summary>
    public bool IsNote { get; init; }

    public TimeSpan Duration(DateTimeOffset now) => (Finished ?? now) - Started;
}

/// <summary>A run as its events left it. An event that does not fit is a defect of the caller and is refused.</summary>
/// <param name="Stages">In the order in which they started.</param>
public sealed record RunState(
    string Title,
    DateTimeOffset Started,
    DateTimeOffset? Finished,
    StageOutcome? Outcome,
    string? Detail,
    ImmutableList<StageState> Stages
)
{
    public static RunState Empty { get; } = new("", default, null, null, null, []);

    /// <summary>The parts of a stage; of null, the top.</summary>
    public IEnumerable<StageState> ChildrenOf(string? id) =>
        Stages.Where(stage => string.Equals(stage.ParentId, id, StringComparison.Ordinal));

    public StageState? Find(string id) => Stages.Find(stage => string.Equals(stage.Id, id, StringComparison.Ordinal));

    /// <summary>The titles from the top down to the stage.</summary>
    public IEnumerable<string> PathOf(string id)
    {
        var stage = Running(id, mustRun: false);
        return (stage.ParentId is { } parent ? PathOf(parent) : []).Append(stage.Title);
    }

    /// <exception cref="InvalidOperationException">
    /// A stage that is unknown, known already, or finished already; an event after the run's end.
    /// </exception>
    public RunState With(ProgressEvent progress)
    {
        if (Finished is not null && progress is not RunStarted)
            throw new InvalidOperationException($"The run '{Title}' has finished: nothing more can happen in it.");
        return progress switch
        {
            RunStarted run => Empty with { Title = run.Title, Started = run.At },
            StageStarted stage => With(stage),
            StageProgressed stage => Replace(Running(stage.Id) with { Text = stage.Text }),
            StageFinished stage => Replace(
                Running(stage.Id) with
                {
                    Finished = stage.At,
                    Outcome = stage.Outcome,
                    Text = stage.Detail,
                }
            ),
            Noted note => Add(
                new StageState(note.Id, ParentId: null, note.Text, note.At, note.At, note.Outcome) { IsNote = true }
            ),
            RunFinished run => this with { Finished = run.At, Outcome = run.Outcome, Detail = run.Detail },
            _ => throw new InvalidOperationException($"Not an event of a run: {progress}"),
        };
    }

    RunState With(StageStarted stage)
    {
        if (stage.ParentId is { } parent)
            Running(parent);
        return Add(new StageState(stage.Id, stage.ParentId, stage.Title, stage.At));
    }

    RunState Add(StageState stage) =>
        Find(stage.Id) is null
            ? this with
            {
                Stages = Stages.Add(stage),
            }
            : throw new InvalidOperationException($"There is a stage '{stage.Id}' already.");

    StageState Running(string id, bool mustRun = true)
    {
        var stage = Find(id) ?? throw new InvalidOperationException($"There is no stage '{id}'.");
        return mustRun && stage.Finished is not null
            ? throw new InvalidOperationException($"The stage '{id}' has finished already.")
            : stage;
    }

    RunState Replace(StageState changed) =>
        this with
        {
            Stages = Stages.SetItem(
                Stages.FindIndex(stage => stage.Id.Equals(changed.Id, StringComparison.Ordinal)),
                changed
            ),
        };
}
