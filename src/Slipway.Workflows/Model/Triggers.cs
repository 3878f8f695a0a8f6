namespace Slipway.Workflows.Model;

/// <summary>What starts a workflow: one event.</summary>
/// <param name="Event">GitHub's name of it, for example <c>push</c>.</param>
public abstract record Trigger(string Event)
{
    public string? Comment { get; init; }
}

/// <summary>An event of the repository with its filters; which filters an event has, <c>EventCatalog</c> knows.</summary>
public sealed record EventTrigger(string Event) : Trigger(Event)
{
    public ValueList<string>? Types { get; init; }
    public ValueList<string>? Branches { get; init; }
    public ValueList<string>? BranchesIgnore { get; init; }
    public ValueList<string>? Tags { get; init; }
    public ValueList<string>? TagsIgnore { get; init; }
    public ValueList<string>? Paths { get; init; }
    public ValueList<string>? PathsIgnore { get; init; }

    /// <summary>Of <c>workflow_run</c>: the names of the workflows that it follows.</summary>
    public ValueList<string>? Workflows { get; init; }

    /// <summary>Of <c>image_version</c>.</summary>
    public ValueList<string>? Names { get; init; }

    /// <summary>Of <c>image_version</c>.</summary>
    public ValueList<string>? Versions { get; init; }
}

public sealed record ScheduleTrigger(ValueList<Schedule> Schedules) : Trigger("schedule");

/// <param name="Cron">Five fields: minute, hour, day of month, month, day of week.</param>
/// <param name="TimeZone">An IANA name; null is UTC.</param>
public sealed record Schedule(string Cron, string? TimeZone = null);

/// <summary>Started by hand.</summary>
public sealed record DispatchTrigger() : Trigger("workflow_dispatch")
{
    public ValueMap<Input> Inputs { get; init; } = [];
}

/// <summary>Called by another workflow: this one is reusable.</summary>
public sealed record CallTrigger() : Trigger("workflow_call")
{
    public ValueMap<Input> Inputs { get; init; } = [];
    public ValueMap<CallOutput> Outputs { get; init; } = [];
    public ValueMap<CallSecret> Secrets { get; init; } = [];
}
