using Slipway.Delivery.Environments;
using Slipway.Delivery.Plans;

namespace Slipway.Delivery.Journal;

public enum JournalEvent
{
    /// <summary>A plan is about to run: the first entry of a deployment.</summary>
    Begun,

    /// <summary>A step is about to be done.</summary>
    Intended,

    /// <summary>The step is done.</summary>
    Done,

    /// <summary>The step failed, or the run was cancelled in it: from here the deployment goes back.</summary>
    Failed,

    /// <summary>A step is about to be undone.</summary>
    UndoIntended,

    Undone,

    /// <summary>The undo itself failed: the deployment stays unfinished until a later run converges it.</summary>
    UndoFailed,

    /// <summary>The deployment ended with the wanted revision live.</summary>
    Succeeded,

    /// <summary>The deployment ended with the revision before live.</summary>
    RolledBack,
}

/// <summary>One line of the journal: what was intended or what came of it.</summary>
public sealed record JournalEntry
{
    public const int CurrentFormat = 1;

    public int Format { get; init; } = CurrentFormat;

    /// <summary>1, 2, 3, … through the whole life of the environment.</summary>
    public required long Sequence { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The fencing token of the lease it was written under.</summary>
    public required long Token { get; init; }

    public required JournalEvent Event { get; init; }

    /// <summary>The plan's digest; the plan itself is <c>plans/&lt;digest&gt;.json</c>.</summary>
    public required string Plan { get; init; }

    /// <summary>The step's index in the plan; null for what concerns the whole.</summary>
    public int? Step { get; init; }

    /// <summary>In <see cref="JournalEvent.Begun"/>: what is wanted, so that history reads without the plans.</summary>
    public Revision? Revision { get; init; }

    /// <summary>In <see cref="JournalEvent.Begun"/>: why.</summary>
    public Purpose? Purpose { get; init; }

    /// <summary>In <see cref="JournalEvent.Begun"/>: who runs it.</summary>
    public string? By { get; init; }

    /// <summary>A failure's message, who approved, or what a step that is done has measured or made.</summary>
    public string? Note { get; init; }
}
