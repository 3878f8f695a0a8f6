using System.Text.Json.Serialization;

namespace Slipway.Protocol.Supervision;

public enum ProcessState
{
    /// <summary>It runs.</summary>
    [JsonStringEnumMemberName("running")]
    Running,

    /// <summary>It ended by itself and is started again after a delay that grows with each time.</summary>
    [JsonStringEnumMemberName("backing-off")]
    BackingOff,

    /// <summary>It was asked to end and has not yet.</summary>
    [JsonStringEnumMemberName("stopping")]
    Stopping,

    /// <summary>It was asked to end and did; the supervisor forgets it.</summary>
    [JsonStringEnumMemberName("stopped")]
    Stopped,

    /// <summary>It cannot be started (its working directory is missing, say); only another <c>ensure</c> tries again.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,
}

/// <param name="Name">As in its <see cref="ProcessSpecification"/>.</param>
/// <param name="Pid">Null while it does not run.</param>
/// <param name="StartedAt">Of this process; null while it does not run.</param>
/// <param name="Restarts">How often it was started again since the last <c>ensure</c> that changed it.</param>
/// <param name="State">What it is doing.</param>
/// <param name="LastExitCode">
/// Of its last process that ended by itself: 128 + the signal's number when a signal ended it. Null when none did, or
/// when that process was adopted from an earlier supervisor, whose exit codes nobody can read.
/// </param>
/// <param name="LogFile">Where it writes.</param>
/// <param name="Error">Why it cannot be started, for <see cref="ProcessState.Failed"/>.</param>
public sealed record ProcessStatus(
    string Name,
    int? Pid,
    DateTimeOffset? StartedAt,
    int Restarts,
    ProcessState State,
    int? LastExitCode,
    string LogFile,
    string? Error = null
);

/// <summary>The supervisor and everything it looks after.</summary>
/// <param name="Pid">The supervisor's own process.</param>
/// <param name="StartedAt">When it started.</param>
/// <param name="Program">The full path of the program it runs, which tells its version.</param>
/// <param name="Token">The newest fencing token seen; 0 before the first.</param>
/// <param name="Processes">By name, in order.</param>
public sealed record SupervisorStatus(
    int Pid,
    DateTimeOffset StartedAt,
    string Program,
    long Token,
    IReadOnlyList<ProcessStatus> Processes
);
