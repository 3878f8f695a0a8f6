namespace Slipway.Protocol.Supervision;

/// <summary>The exit codes of the supervisor that somebody else must understand.</summary>
public static class SupervisorExitCodes
{
    /// <summary>Another supervisor uses the same state file.</summary>
    public const int AlreadyRunning = 4;
}
