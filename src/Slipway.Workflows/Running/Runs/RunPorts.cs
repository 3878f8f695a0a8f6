using System.Collections.Immutable;
using Slipway.Workflows.Model;

namespace Slipway.Workflows.Running.Runs;

/// <summary>What a run asks of the world around it.</summary>
public sealed record RunPorts
{
    public required IRunValues Values { get; init; }
    public required IApprovals Approvals { get; init; }
    public required IServiceStarter Services { get; init; }
    public required IRunObserver Observer { get; init; }

    /// <summary>Called with each new checkout: what can be handed over to it instead of being made again.</summary>
    public Func<string, Task>? HandOver { get; init; }

    /// <summary>What every job gets besides <see cref="MachineEnvironment"/>: no secret.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } =
        ImmutableSortedDictionary<string, string>.Empty;

    public TimeProvider Time { get; init; } = TimeProvider.System;
}

/// <summary>Port: what GitHub keeps for a repository.</summary>
public interface IRunValues
{
    /// <summary>Null when nobody has given one; empty is a value.</summary>
    string? Secret(string name);

    /// <summary>Null when nobody has given one; empty is a value.</summary>
    string? Variable(string name);
}

/// <summary>Port: the reviewers of an environment.</summary>
public interface IApprovals
{
    /// <summary>Asks for a job that is about to begin.</summary>
    Task<Approval> AskAsync(ApprovalRequest request, CancellationToken cancellation);
}

public enum Approval
{
    Given,
    Refused,

    /// <summary>Nobody is there to ask.</summary>
    Waiting,
}

/// <param name="Job">The job's name.</param>
/// <param name="Summary">Markdown: what the run has said so far.</param>
public sealed record ApprovalRequest(string Environment, string Job, string Summary);

/// <summary>Port: service containers.</summary>
public interface IServiceStarter
{
    /// <exception cref="StepException">There is no such service here: why, and what to do.</exception>
    Task<IRunningService> StartAsync(ServiceRequest request, CancellationToken cancellation);
}

/// <param name="Id">Its name in the workflow.</param>
/// <param name="Container">With its expressions evaluated.</param>
/// <param name="Owner">The run's directory: what is left when that is gone belongs to nobody.</param>
public sealed record ServiceRequest(string Id, Container Container, string Owner, IStepLog Log);

/// <summary>A service beside a job; it ends when it is disposed.</summary>
public interface IRunningService : IAsyncDisposable
{
    /// <summary>By the container's port: the port on this machine; <c>job.services.ID.ports</c>.</summary>
    IReadOnlyDictionary<string, string> Ports { get; }
}

/// <summary>Port: shows a run. Called from several jobs at once.</summary>
public interface IRunObserver
{
    void Note(string line);

    void JobStarted(string key, string title);

    void StepStarted(string key, string step);

    void JobEnded(JobReport job);
}
