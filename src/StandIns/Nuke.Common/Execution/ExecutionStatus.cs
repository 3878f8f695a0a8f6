namespace Nuke.Common.Execution;

/// <summary>Where a target of the plan stands.</summary>
public enum ExecutionStatus
{
    /// <summary>Not part of the plan.</summary>
    None,
    Scheduled,

    /// <summary>Its turn never came, because the build failed before.</summary>
    NotRun,
    Skipped,
    Succeeded,
    Failed,
    Running,

    /// <summary>It was running when the build was interrupted.</summary>
    Aborted,

    /// <summary>It has no actions of its own.</summary>
    Collective,
}
