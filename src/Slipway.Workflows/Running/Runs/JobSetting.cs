using Slipway.Workflows.Model;

namespace Slipway.Workflows.Running.Runs;

/// <summary>What a job finds when it begins: its directories, its contexts, its environment.</summary>
static class JobSetting
{
    /// <summary>Makes its workspace and its temporary directory, and names them.</summary>
    public static Contexts ContextsOf(LegPlan plan, string directory, string repositoryName, MapValue secrets)
    {
        var workspace = Directory.CreateDirectory(Path.Combine(directory, repositoryName)).FullName;
        var temporary = Directory.CreateDirectory(Path.Combine(directory, "temp")).FullName;
        var github = plan
            .Contexts.GitHub.With("job", plan.Place.Id)
            .With("workspace", workspace)
            .With("token", secrets.Text(NamedValues.MadeByGitHub))
            .With("event_path", Path.Combine(temporary, "event.json"));
        File.WriteAllText(
            Path.Combine(temporary, "event.json"),
            JsonText.Write(github.Entries.Find("event") ?? Values.Empty)
        );
        return plan.Contexts with
        {
            GitHub = github,
            Secrets = secrets,
            Runner = Values.Map(
                (
                    "os",
                    OperatingSystem.IsMacOS() ? "macOS"
                    : OperatingSystem.IsWindows() ? "Windows"
                    : "Linux"
                ),
                (
                    "arch",
                    System.Runtime.InteropServices.RuntimeInformation.OSArchitecture.ToString().ToUpperInvariant()
                ),
                ("name", Environment.MachineName),
                ("environment", "self-hosted"),
                ("temp", temporary),
                ("tool_cache", Path.Combine(directory, "tools"))
            ),
        };
    }

    /// <summary>As its first step finds it.</summary>
    public static JobState Start(LegPlan plan, RunnerJob job, string directory, Contexts contexts)
    {
        var scope = new EvaluationScope(contexts);
        var workflow = StepEnvironment.Layer(StepEnvironment.Empty, plan.Place.Scope.Workflow.Env, scope);
        var layered = StepEnvironment.Layer(
            workflow,
            job.Env,
            new EvaluationScope(contexts with { Env = Values.Texts(workflow) })
        );
        return new JobState
        {
            Contexts = contexts,
            Workspace = contexts.GitHub.Text("workspace"),
            TempDirectory = contexts.Runner.Text("temp"),
            TrackingId = TrackingId(directory),
            Environment = layered,
            Defaults = Defaults(plan.Place.Scope.Workflow.Defaults, job.Defaults, scope),
        };
    }

    static Defaults? Defaults(Defaults? workflow, Defaults? job, EvaluationScope scope)
    {
        var (shell, directory) = (job?.Shell ?? workflow?.Shell, job?.WorkingDirectory ?? workflow?.WorkingDirectory);
        return shell is null && directory is null
            ? null
            : new Defaults
            {
                Shell = shell is null ? null : TemplateEvaluator.Text(shell, scope),
                WorkingDirectory = directory is null ? null : TemplateEvaluator.Text(directory, scope),
            };
    }

    /// <summary>Tells the processes of the job from others: of its run and its number.</summary>
    public static string TrackingId(string directory) =>
        $"{Path.GetFileName(Path.GetDirectoryName(directory))}-{Path.GetFileName(directory)}";
}
