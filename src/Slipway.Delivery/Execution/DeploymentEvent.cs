using Slipway.Delivery.Plans;

namespace Slipway.Delivery.Execution;

/// <summary>What happens while a deployment runs, in order, for whoever shows it.</summary>
public abstract record DeploymentEvent;

/// <summary>A plan was made; nothing has been changed by it.</summary>
public sealed record PlanMade(Plan Plan) : DeploymentEvent;

/// <summary>Somebody or something else must move first.</summary>
public sealed record Waiting(string For) : DeploymentEvent;

/// <summary>
/// Another run holds the lease, and it is waited for: told at first, again when it is another one, and once a minute.
/// </summary>
/// <param name="By">Who, since when, doing what.</param>
public sealed record Held(string By) : DeploymentEvent;

/// <summary>An unfinished deployment was found and is brought to its end, forward or back.</summary>
public sealed record Converging(Plan Plan, bool Forward, string Why) : DeploymentEvent;

/// <summary>
/// Something that others have left is found and brought to its end before anything else: a restore that was killed, or
/// processes of an environment that was removed.
/// </summary>
public sealed record Recovering(string Message) : DeploymentEvent;

public sealed record StepStarted(Plan Plan, int Index, Step Step) : DeploymentEvent;

public sealed record StepProgress(Plan Plan, int Index, Step Step, string Message) : DeploymentEvent;

/// <param name="Skipped">The world was so already.</param>
/// <param name="Found">What it measured or made, in words; null: it says nothing.</param>
public sealed record StepFinished(Plan Plan, int Index, Step Step, TimeSpan Elapsed, bool Skipped, string? Found = null)
    : DeploymentEvent;

public sealed record StepFailed(Plan Plan, int Index, Step Step, TimeSpan Elapsed, Evidence Evidence) : DeploymentEvent;

public sealed record StepUndone(Plan Plan, int Index, Step Step, TimeSpan Elapsed) : DeploymentEvent;

/// <summary>Sees a deployment; must return fast and never throw.</summary>
public interface IDeploymentObserver
{
    void On(DeploymentEvent happened);
}

/// <summary>Looks away.</summary>
public sealed class NoObserver : IDeploymentObserver
{
    public static NoObserver Instance { get; } = new();

    public void On(DeploymentEvent happened) { }
}
