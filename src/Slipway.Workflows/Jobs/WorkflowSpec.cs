using System.Runtime.CompilerServices;
using Slipway.Workflows.Model;

namespace Slipway.Workflows.Jobs;

/// <summary>
/// What a person states of one workflow: what starts it, the targets that it must reach, and what is special about some of
/// its jobs. Everything else follows from the targets.
/// </summary>
/// <remarks>
/// <para>A target with actions is a job of its own. It is folded into the jobs of the targets that directly depend on it when
/// one of them takes nothing that it produces (<c>Compile</c>): its work cannot be handed over. A group is no job.</para>
/// <code>
/// new WorkflowSpec("ship")
/// {
///     Name = "Ship",
///     On = [new EventTrigger("push") { Branches = ["main"] }],
///     Targets = [nameof(IVerify.Verify), nameof(IDeploy.Deploy), nameof(IApprove.Approve), nameof(IRelease.Release)],
///     Jobs =
///     [
///         new(nameof(ITestDatabases.TestPostgres)) { Services = [("postgres", Postgres)], TimeoutMinutes = 20 },
///         new(nameof(IDeploy.Deploy)) { Environment = "staging", Runner = Machine, Parameters = [State] },
///         new(nameof(IApprove.Approve))
///         {
///             Environment = "production",
///             Runner = Machine,
///             Parameters = [State, new("Digest", From.Output(nameof(IDeploy.Deploy), "plan"))],
///         },
///         new(nameof(IRelease.Release)) { After = nameof(IApprove.Approve), Environment = "production", Runner = Machine },
///     ],
/// }
/// </code>
/// </remarks>
/// <param name="id">The file's name without its ending: <c>ci</c> is <c>.github/workflows/ci.yml</c>.</param>
/// <param name="line">Never given: the compiler fills it in.</param>
/// <param name="file">Never given: the compiler fills it in.</param>
public sealed class WorkflowSpec(string id, [CallerLineNumber] int line = 0, [CallerFilePath] string file = "")
{
    public string Id => id;

    public SourcePlace Place { get; } = new(file, line);

    /// <summary>Relative to the root.</summary>
    public string File => FileOf(Id);

    /// <summary>Shown on GitHub.</summary>
    public required string Name { get; init; }

    /// <summary>The title of one run; null is GitHub's.</summary>
    public string? RunName { get; init; }

    public required ValueList<Trigger> On { get; init; }

    /// <summary>What it must reach; the targets of <see cref="Jobs"/> need not be repeated.</summary>
    public TargetNames Targets { get; init; } = [];

    /// <summary>The jobs that something is to be said about; the others follow from the targets.</summary>
    public ValueList<JobSpec> Jobs { get; init; } = [];

    /// <summary>Where jobs run that do not say it.</summary>
    public RunsOn Runner { get; init; } = "ubuntu-24.04";

    /// <summary>How long jobs may take that do not say it.</summary>
    public int TimeoutMinutes { get; init; } = 30;

    /// <summary>
    /// Whether <c>After</c> and <c>Before</c> make jobs wait, as they do on one machine. Without, jobs wait only for what
    /// they depend on or take something from: right where the order is there to fail early.
    /// </summary>
    public bool KeepsOrder { get; init; } = true;

    /// <summary>Of whole runs.</summary>
    public Concurrency? Concurrency { get; init; }

    /// <summary>What a reader of the file should know.</summary>
    public string? Comment { get; init; }

    internal static string FileOf(string id) => $".github/workflows/{id}.yml";
}
