using System.Runtime.CompilerServices;
using Slipway.Workflows.Model;

namespace Slipway.Workflows.Jobs;

/// <summary>
/// What a person states of one job. What it needs, what it takes and hands on, its permissions and secrets follow from
/// its targets.
/// </summary>
/// <param name="targets">
/// What the job runs. A group stands for the targets in it. What they depend on comes along as
/// <see cref="WorkflowSpec"/> says.
/// </param>
/// <param name="line">Never given: the compiler fills it in.</param>
/// <param name="file">Never given: the compiler fills it in.</param>
public sealed class JobSpec(TargetNames targets, [CallerLineNumber] int line = 0, [CallerFilePath] string file = "")
{
    public TargetNames Targets => targets;

    public SourcePlace Place { get; } = new(file, line);

    /// <summary>Shown on GitHub; default: the targets' names.</summary>
    public string? Name { get; init; }

    /// <summary>
    /// By name: a literal, <see cref="From.Expression"/> or <see cref="From.Output"/>:
    /// <c>[new("Environment", "staging"), new("State", From.Expression("vars.STATE"))]</c>.
    /// </summary>
    public ValueMap<ParameterValue> Parameters { get; init; } = [];

    /// <summary>Targets whose jobs come first, though nothing in the build says so.</summary>
    public TargetNames After { get; init; } = [];

    /// <summary>
    /// What the job changes. It then runs alone in it, is never cancelled, takes nothing from caches, gets the secrets that
    /// its targets declare, and never runs for a fork. Its URL may be an output of the job's own targets:
    /// <c>${{ steps.build.outputs.address }}</c>.
    /// </summary>
    public DeploymentEnvironment? Environment { get; init; }

    /// <summary>Default: with an environment, one job at a time in it; else no limit.</summary>
    public Concurrency? Concurrency { get; init; }

    public JobMatrix? Matrix { get; init; }

    /// <summary>Containers beside the job, by host name.</summary>
    public ValueMap<Container> Services { get; init; } = [];

    /// <summary>Default: the workflow's.</summary>
    public RunsOn? Runner { get; init; }

    /// <summary>Default: the workflow's.</summary>
    public int? TimeoutMinutes { get; init; }

    /// <summary>
    /// A reusable workflow that has the job's steps and that the job calls: <c>attest</c> is
    /// <c>.github/workflows/attest.yml</c>, which is written too. Nothing else of this workflow has a hand in what they do, as
    /// build level 3 of SLSA asks (slsa.dev/spec/v1.0/levels). Such a job runs once, in no environment, and the only
    /// secret of it is its own token. Default: the steps are the job's own.
    /// </summary>
    public string? ReusableWorkflow { get; init; }

    /// <summary>An expression without <c>${{ }}</c>: the job is left out, with what needs it, unless it holds.</summary>
    public string? If { get; init; }
}

/// <summary>One run of the job for each combination. The parts of a target that is partitioned come by themselves.</summary>
public sealed record JobMatrix
{
    /// <summary>Values by the name of the parameter that takes them: <c>[new("Database", ["sqlite", "postgres"])]</c>.</summary>
    public ValueMap<ValueList<string>> Parameters { get; init; } = [];

    /// <summary>Labels of runners, for example <c>["ubuntu-24.04", "windows-2025"]</c>.</summary>
    public ValueList<string> Runners { get; init; } = [];
}
