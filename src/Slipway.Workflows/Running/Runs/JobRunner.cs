using System.Collections.Concurrent;
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
    : IAsyncDisposable
{
    const int UsualMinutes = 360;

    /// <summary>Services whose jobs have not begun, by the job.</summary>
    readonly ConcurrentDictionary<string, JobServices> _ahead = new(StringComparer.OrdinalIgnoreCase);
    readonly ConcurrentQueue<string> _left = new();
    Task _clearing = Task.CompletedTask;
    int _count;

    /// <summary>Begins with the services of a job that comes next.</summary>
    public void Prepare(JobPlace next)
    {
        if (!_ahead.ContainsKey(next.Key) && JobServices.CanBeAhead(next.Job))
            _ahead[next.Key] = Services((RunnerJob)next.Job, new EvaluationScope(new Contexts()));
    }

    /// <summary>
    /// Removes the directories of the jobs that are over, behind those that still run. Not while another checkout is to
    /// come: <see cref="RunPlace.Free"/> tells why.
    /// </summary>
    public void ClearBehind() =>
        _clearing = _clearing.ContinueWith(
            _ =>
            {
                while (_left.TryDequeue(out var directory))
                    RunPlace.Remove(directory);
            },
            TaskScheduler.Default
        );

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
            await OrphanProcesses.EndAsync(JobSetting.TrackingId(directory), ports.Time);
            RunPlace.Free(directory);
            _left.Enqueue(directory);
            // The socket of its compiler server, when that did not take it away itself.
            File.Delete(Path.Combine(Path.GetTempPath(), JobSetting.TrackingId(directory)));
        }
        if (report.Conclusion == Conclusion.Cancelled)
            report = report with { Reason = end.Reason ?? report.Reason };
        return report with { Duration = ports.Time.GetElapsedTime(since) };
    }

    /// <summary>Ends services that no job took, and waits until all that was to be removed is.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var services in _ahead.Values)
            await services.DisposeAsync();
        await _clearing;
    }

    JobServices Services(RunnerJob job, EvaluationScope scope) => new(job, scope, ports.Services, place.Directory);

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
        var contexts = JobSetting.ContextsOf(plan, directory, repositoryName, secrets);
        var scope = new EvaluationScope(contexts);
        RunsHere(job, scope);
        var minutes = JobResolver.Number(job.TimeoutMinutes, scope) ?? UsualMinutes;
        using var limit = end.After(TimeSpan.FromMinutes(minutes), $"it took longer than its {minutes} minutes");
        await using var services = _ahead.TryRemove(plan.Place.Key, out var early) ? early : Services(job, scope);
        await services.ReadyAsync(log, end.Cancellation.Requested);
        var state = JobSetting.Start(plan, job, directory, contexts with { Job = services.Context });
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
        MachineEnvironment.Of(Variables()).SetItems(ports.Variables).WithServersOf(JobSetting.TrackingId(directory));

    static IEnumerable<KeyValuePair<string, string>> Variables() =>
        Environment
            .GetEnvironmentVariables()
            .Cast<System.Collections.DictionaryEntry>()
            .Select(entry => KeyValuePair.Create((string)entry.Key, (string?)entry.Value ?? ""));

    static Conclusion ConclusionOf(JobStatus status) =>
        status switch
        {
            JobStatus.Success => Conclusion.Success,
            JobStatus.Cancelled => Conclusion.Cancelled,
            _ => Conclusion.Failure,
        };

    static string FirstLine(string text) => text.Split('\n')[0];
}
