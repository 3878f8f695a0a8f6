using System.Globalization;
using Slipway.Platforms.Local.Instances;
using Slipway.Platforms.Local.Ports;
using Slipway.Protocol.Supervision;

namespace Slipway.Platforms.Local.Probes;

/// <summary>How one instance was found.</summary>
/// <param name="Process">As its supervisor knows it; null: it does not.</param>
/// <param name="Holder">Who listened on its port before it was asked.</param>
/// <param name="Answer">What was answered there.</param>
/// <param name="IsReady">True when it answers itself, and that it is ready.</param>
sealed record Standing(Instance Instance, ProcessStatus? Process, PortHolder Holder, ProbeAnswer Answer, bool IsReady)
{
    /// <summary>
    /// Null unless another process answers in its place. What merely listens for a moment while the instance starts is none.
    /// </summary>
    public string? StrangerFault =>
        Process is not null && Holder.Hold is PortHold.Stranger && (Answer.Status is not null || !IsRunning) && !IsStale
            ? $"Port {Port} is answered by {Holder.Who}, not by {Instance.Name}, which {Doing}. End that process, and deploy again."
            : null;

    public bool IsRunning => Process?.State is ProcessState.Running;

    // What the supervisor said is no longer so: the next one may be the one that listens.
    bool IsStale => IsRunning && !Directory.Exists($"/proc/{Process!.Pid}");

    string Port => Instance.Port.ToString(CultureInfo.InvariantCulture);

    string Doing =>
        IsRunning ? "does not listen there"
        : Process!.LastExitCode is { } code ? string.Create(CultureInfo.InvariantCulture, $"exited with code {code}")
        : "has ended";
}
