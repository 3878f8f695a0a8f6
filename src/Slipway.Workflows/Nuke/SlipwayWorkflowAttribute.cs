using System.Runtime.CompilerServices;
using Nuke.Common.CI;
using Nuke.Common.CI.GitHubActions;
using Nuke.Common.Execution;
using Nuke.Common.IO;
using Nuke.Common.Utilities;
using Slipway.Workflows.Jobs;
using Slipway.Workflows.Model;
using Slipway.Workflows.Pins;
using Slipway.Workflows.Writing;

namespace Slipway.Workflows.Nuke;

/// <summary>
/// A workflow of any NUKE build, with a job for each target; for more than triggers and targets there is
/// <see cref="WorkflowSpec"/>. Written by <c>--generate-configuration GitHubActions_&lt;id&gt; --host GitHubActions</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class SlipwayWorkflowAttribute : ConfigurationAttributeBase
{
    readonly string _id;
    readonly SourcePlace _place;

    /// <param name="id">The file's name without its ending: <c>ci</c> is <c>.github/workflows/ci.yml</c>.</param>
    /// <param name="line">Never given: the compiler fills it in.</param>
    /// <param name="file">Never given: the compiler fills it in.</param>
    public SlipwayWorkflowAttribute(string id, [CallerLineNumber] int line = 0, [CallerFilePath] string file = "")
    {
        _id = id;
        _place = new SourcePlace(file, line);
        // NUKE's default would write on every run.
        AutoGenerate = false;
    }

    /// <summary>Shown on GitHub; default: the id.</summary>
    public string? Name { get; set; }

    /// <summary>GitHub's names of events: <c>push</c>, <c>pull_request</c>, <c>workflow_dispatch</c>.</summary>
    public string[] On { get; set; } = [];

    /// <summary>Branches that count for push and pull_request; default: all.</summary>
    public string[] Branches { get; set; } = [];

    /// <summary>Times in UTC: minute, hour, day of month, month, day of week.</summary>
    public string[] Cron { get; set; } = [];

    /// <summary>What it must reach.</summary>
    public string[] Targets { get; set; } = [];

    /// <summary>The runner's label.</summary>
    public string Runner { get; set; } = "ubuntu-24.04";

    /// <summary>How long each job may take.</summary>
    public int TimeoutMinutes { get; set; } = 30;

    public override string IdPostfix => _id;
    public override Type HostType => typeof(GitHubActions);
    public override AbsolutePath ConfigurationFile => Build.RootDirectory / ".github" / "workflows" / $"{_id}.yml";
    public override IEnumerable<AbsolutePath> GeneratedFiles => [ConfigurationFile];
    public override IEnumerable<string> RelevantTargetNames => Targets;
    public override IEnumerable<string> IrrelevantTargetNames => [];

    public override CustomFileWriter CreateWriter(StreamWriter streamWriter) => new(streamWriter, 2, "#");

    /// <exception cref="GenerationException">What is stated cannot be done; nothing is written then.</exception>
    public override ConfigurationEntity GetConfiguration(IReadOnlyCollection<ExecutableTarget> relevantTargets)
    {
        var root = Build.RootDirectory.ToString();
        var spec = Spec();
        if (
            HandWritten.Check(spec, File.Exists(ConfigurationFile) ? File.ReadAllText(ConfigurationFile) : null) is
            { } problem
        )
            throw new GenerationException([problem]);
        var workflow = JobPlanner.Plan(
            TargetGraph.Of(Build, relevantTargets),
            spec,
            RepositoryFiles.Read(root),
            ActionPins.Read(root)
        );
        Directory.CreateDirectory(Path.GetDirectoryName(ConfigurationFile)!);
        return new Lines(WorkflowWriter.Write(workflow, $"nuke --generate-configuration {Id} --host {HostName}"));
    }

    WorkflowSpec Spec() =>
        new(_id, _place.Line, _place.File)
        {
            Name = Name ?? _id,
            On =
            [
                .. On.Select(Trigger),
                .. Cron.Length == 0
                    ? Array.Empty<Trigger>()
                    : [new ScheduleTrigger(ValueList.From(Cron.Select(cron => new Schedule(cron))))],
            ],
            Targets = [.. Targets],
            Runner = Runner,
            TimeoutMinutes = TimeoutMinutes,
        };

    Trigger Trigger(string name) =>
        name is "workflow_dispatch" ? new DispatchTrigger()
        : name is "push" or "pull_request" && Branches.Length > 0
            ? new EventTrigger(name) { Branches = ValueList.From(Branches) }
        : new EventTrigger(name);

    sealed class Lines(string text) : ConfigurationEntity
    {
        public override void Write(CustomFileWriter writer)
        {
            foreach (var line in text.TrimEnd('\n').Split('\n'))
                writer.WriteLine(line);
        }
    }
}
