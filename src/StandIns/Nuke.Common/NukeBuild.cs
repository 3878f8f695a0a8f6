// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using System.Linq.Expressions;
using Nuke.Common.CI;
using Nuke.Common.Execution;
using Nuke.Common.IO;
using Nuke.Common.Tooling;

namespace Nuke.Common;

/// <summary>
/// The base of a build class. Its targets are properties of type <see cref="Target"/>, its own and those of its
/// components; its <c>Main</c> returns <see cref="Execute{T}"/>.
/// </summary>
public abstract partial class NukeBuild : INukeBuild
{
    /// <summary>Runs what the command line asks for, or the default targets; returns the exit code.</summary>
    protected static int Execute<T>(params Expression<Func<T, Target>>[] defaultTargetExpressions)
        where T : NukeBuild, new() => BuildManager.Execute(defaultTargetExpressions);

    internal IReadOnlyCollection<ExecutableTarget> ExecutableTargets { get; set; } = [];

    public IReadOnlyCollection<ExecutableTarget> ExecutionPlan { get; set; } = [];

    [Parameter(
        "Targets to run. Default: '{default_target}'.",
        Name = Constants.InvokedTargetsParameterName,
        Separator = Constants.TargetsSeparator
    )]
    public IReadOnlyCollection<ExecutableTarget> InvokedTargets => [.. ExecutionPlan.Where(x => x.Invoked)];

    [Parameter(
        "Targets to leave out. Without a name: all that are not asked for.",
        Name = Constants.SkippedTargetsParameterName,
        Separator = Constants.TargetsSeparator
    )]
    public IReadOnlyCollection<ExecutableTarget> SkippedTargets => WithStatus(ExecutionStatus.Skipped);

    public IReadOnlyCollection<ExecutableTarget> ScheduledTargets => WithStatus(ExecutionStatus.Scheduled);

    public IReadOnlyCollection<ExecutableTarget> RunningTargets => WithStatus(ExecutionStatus.Running);

    public IReadOnlyCollection<ExecutableTarget> AbortedTargets => WithStatus(ExecutionStatus.Aborted);

    public IReadOnlyCollection<ExecutableTarget> FailedTargets => WithStatus(ExecutionStatus.Failed);

    public IReadOnlyCollection<ExecutableTarget> SucceededTargets => WithStatus(ExecutionStatus.Succeeded);

    public IReadOnlyCollection<ExecutableTarget> FinishedTargets => [.. FailedTargets, .. SucceededTargets];

    [Parameter("Writes the execution plan as a page, and opens it.")]
    public bool Plan { get; }

    [Parameter("Shows targets and parameters.")]
    public bool Help { get; }

    [Parameter("Leaves out the first lines, which name the engine.")]
    public bool NoLogo { get; set; }

    [Parameter("Goes on where the last run of the same command failed.")]
    public bool Continue { get; internal set; }

    [Parameter("Which share of partitioned targets to run, as part/total.", List = false)]
    public Partition Partition { get; internal set; } = Partition.Single;

    /// <summary>The build project's <c>packages.config</c>, when it has one.</summary>
    protected internal virtual string NuGetPackagesConfigFile =>
        BuildProjectDirectory is { } directory && File.Exists(directory / "packages.config")
            ? directory / "packages.config"
            : null;

    protected internal virtual string NuGetAssetsConfigFile =>
        BuildProjectDirectory is { } directory ? directory / "obj" / "project.assets.json" : null;

    protected internal virtual AbsolutePath NpmPackageJsonFile =>
        BuildProjectDirectory is { } directory ? directory / "package.json" : null;

    /// <summary>Where the packages of a build without a project are: beside its assembly.</summary>
    protected internal virtual string EmbeddedPackagesDirectory =>
        BuildProjectFile == null ? BuildAssemblyDirectory : null;

    public bool IsSucceeding => !IsFailing;

    public bool IsFailing =>
        ExecutionPlan.Any(x => x.Status is ExecutionStatus.Failed or ExecutionStatus.Aborted or ExecutionStatus.NotRun);

    public bool IsFinished => !ExecutionPlan.Any(x => x.Status is ExecutionStatus.Scheduled or ExecutionStatus.Running);

    public int? ExitCode { get; set; }

    public void ReportSummary(Configure<Dictionary<string, string>> configurator = null) =>
        ReportSummary(ExecutionPlan.Single(x => x.Status == ExecutionStatus.Running), configurator);

    internal void ReportSummary(ExecutableTarget target, Configure<Dictionary<string, string>> configurator)
    {
        var information = new Dictionary<string, string>(StringComparer.Ordinal);
        target.SummaryInformation = configurator?.Invoke(information) ?? information;
        Raise<IOnTargetSummaryUpdated>(x => x.OnTargetSummaryUpdated(this, target));
    }

    private IReadOnlyCollection<ExecutableTarget> WithStatus(ExecutionStatus status) =>
        [.. ExecutionPlan.Where(x => x.Status == status)];
}
