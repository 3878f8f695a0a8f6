namespace Nuke.Common.Execution;

/// <summary>The run has done what it was asked for without running targets, as for <c>--help</c>.</summary>
internal sealed class BuildExitException(int exitCode = 0) : Exception
{
    public int ExitCode { get; } = exitCode;
}
