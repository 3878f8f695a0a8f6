using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Slipway.Workflows.Expressions;
using Slipway.Workflows.Model;
using Slipway.Workflows.Running.Checkouts;
using Slipway.Workflows.Running.Scheduling;

namespace Slipway.Workflows.Running.Runs;

/// <summary>Runs one job: its directory, its services, its steps, its outputs; and takes away what it leaves.</summary>
sealed class JobRunner(RunPorts ports, IActionRunner actions, RunPlace place, JobFiles files, string repositoryName)
{
    const int UsualMinutes = 360;

    int _count;

    public async Task<JobReport> RunAsync(LegPlan plan, JobEnd end)
    {
        var since = ports.Time.GetTimestamp();
        var number = Interlocked.Increment(ref _count);
        var directory = Path.Combine(place.Directory, number.ToString(CultureInfo.InvariantCulture));
        using var log = new JobLog(files.LogOf(plan.Key));
        var report = new JobReport(plan.Key, plan.Title, Conclusion.Failure)
        {
            Log = log.Path,
            Needs = plan.Place.Needs,
            IsTolerated = plan.ContinuesOnError,
        };
        try
        {
            report = await RunAsync(plan, (RunnerJob)plan.Place.Job, end, directory, log, report);
        }
        catch (Exception failure)
            when (failure
                    is StepException
                        or ExpressionException
                        or EvaluationException
                        or WorkflowException
                        or IOException
            )
        {
            log.Write(new LogLine(LogKind.Error, failure.Message));
            report = report with { Reason = FirstLine(failure.Message), Telling = log.Telling };
        }
        catch (OperationCanceledException)
        {
            report = report with { Conclusion = Conclusion.Cancelled };
        }
        finally
        {
            await OrphanProcesses.EndAsync(TrackingId(directory), ports.Time);
            RunPlace.Free(directory);
            // The socket of its compiler server, when that did not take it away itself.
            File.Delete(Path.Combine(Path.GetTempPath(), TrackingId(directory)));
        }
        if (report.Conclusion == Conclusion.Cancelled)
            report = report with { Reason = end.Reason ?? report.Reason };
        return report with { Duration = ports.Time.GetElapsedTime(since) };
    }

    async Task<JobReport> RunAsync(
        LegPlan plan,
        RunnerJob job,
        JobEnd end,
        string directory,
        JobLog log,
        JobReport report
    )
    {
        log.Begin("Set up job");
        if (job.Container is not null)
            throw new StepException(
                "A job in a container cannot run here: let its steps start what they need, or state services."
            );
        var (masker, secrets) = Secrets(plan);
        var contexts = WithPlace(plan, directory, secrets);
        var scope = new EvaluationScope(contexts);
        RunsHere(job, scope);
        var minutes = JobResolver.Number(job.TimeoutMinutes, scope) ?? UsualMinutes;
        using var limit = end.After(TimeSpan.FromMinutes(minutes), $"it took longer than its {minutes} minutes");
        await using var services = new JobServices();
        await services.StartAsync(job, scope, ports.Services, place.Directory, log, end.Cancellation.Requested);
        var state = Start(plan, job, directory, contexts with { Job = services.Context });
        var runner = new StepRunner(Machine(directory), actions, masker, ports.Time);
        var summary = new StringBuilder();
        foreach (var step in job.Steps)
        {
            var title = masker.Hide(StepTitle.Of(step, state.Scope));
            ports.Observer.StepStarted(plan.Key, title);
            log.Begin(title);
            var result = await runner.RunAsync(step, state, log, end.Cancellation);
            state = state.After(result);
            summary.Append(result.Summary);
            if (result.Conclusion == StepConclusion.Failure && report.Reason is null)
                report = report with { Reason = $"'{result.Name}' failed", Telling = log.Telling };
        }
        return report with
        {
            Conclusion = ConclusionOf(state.Status),
            Summary = summary.ToString(),
            Outputs = Outputs(job, state, masker, log),
            Url = job.Environment?.Url is { } url ? masker.Hide(TemplateEvaluator.Text(url, state.Scope)) : null,
        };
    }

    /// <summary>Exactly those that the job names.</summary>
    static (SecretMasker, MapValue) Secrets(LegPlan plan)
    {
        var scope = plan.Place.Scope;
        var named = NamedValues
            .Of(scope.Workflow, "secrets", plan.Place.Id)
            .Append(NamedValues.MadeByGitHub)
            .Select(name => KeyValuePair.Create(name, scope.Secrets(name) ?? ""))
            .ToList();
        var machine = MachineEnvironment.Of(Variables());
        return (
            new SecretMasker([.. named.Select(secret => secret.Value), .. MachineEnvironment.SecretsIn(machine)]),
            Values.Texts(named)
        );
    }

    Contexts WithPlace(LegPlan plan, string directory, MapValue secrets)
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

    static JobState Start(LegPlan plan, RunnerJob job, string directory, Contexts contexts)
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

    static Dictionary<string, string> Outputs(RunnerJob job, JobState state, SecretMasker masker, JobLog log)
    {
        var outputs = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, template, _) in job.Outputs)
        {
            var value = TemplateEvaluator.Text(template, state.Scope);
            if (masker.Finds(value))
                log.Write(new LogLine(LogKind.Warning, $"The output '{name}' is left out, as it may hold a secret."));
            else
                outputs[name] = value;
        }
        return outputs;
    }

    static void RunsHere(RunnerJob job, EvaluationScope scope)
    {
        foreach (var label in job.RunsOn.Labels.Select(label => TemplateEvaluator.Text(label, scope)))
        {
            var other =
                label.StartsWith("windows", StringComparison.OrdinalIgnoreCase) ? !OperatingSystem.IsWindows()
                : label.StartsWith("macos", StringComparison.OrdinalIgnoreCase) ? !OperatingSystem.IsMacOS()
                : label.StartsWith("ubuntu", StringComparison.OrdinalIgnoreCase) && OperatingSystem.IsWindows();
            if (other)
                throw new StepException($"It runs on '{label}', and this machine is another one.");
        }
    }

    ImmutableSortedDictionary<string, string> Machine(string directory) =>
        MachineEnvironment.Of(Variables()).SetItems(ports.Variables).WithServersOf(TrackingId(directory));

    static IEnumerable<KeyValuePair<string, string>> Variables() =>
        Environment
            .GetEnvironmentVariables()
            .Cast<System.Collections.DictionaryEntry>()
            .Select(entry => KeyValuePair.Create((string)entry.Key, (string?)entry.Value ?? ""));

    static string TrackingId(string directory) =>
        $"{Path.GetFileName(Path.GetDirectoryName(directory))}-{Path.GetFileName(directory)}";

    static Conclusion ConclusionOf(JobStatus status) =>
        status switch
        {
            JobStatus.Success => Conclusion.Success,
            JobStatus.Cancelled => Conclusion.Cancelled,
            _ => Conclusion.Failure,
        };

    static string FirstLine(string text) => text.Split('\n')[0];
}
