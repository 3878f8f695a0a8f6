using System.Runtime.InteropServices;

namespace Slipway.Workflows.Running;

/// <summary>How a job is cancelled, in two degrees.</summary>
/// <param name="Requested">
/// The running step is cancelled, unless its <c>if</c> holds for a job that is cancelled (<c>always()</c>), and so are
/// the steps after it.
/// </param>
/// <param name="Forced">Whatever runs is cancelled: GitHub does that five minutes later.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct JobCancellation(CancellationToken Requested, CancellationToken Forced)
{
    public static JobCancellation None => default;
}
