using System.Globalization;
using Slipway.Workflows.Model;
using Slipway.Workflows.Reading;
using Slipway.Workflows.Running.Actions;
using Slipway.Workflows.Running.Artifacts;
using Slipway.Workflows.Running.Checkouts;
using Slipway.Workflows.Running.Scheduling;

namespace Slipway.Workflows.Running.Runs;

/// <summary>Runs a workflow of a repository on this machine, as it is committed.</summary>
public static class WorkflowRunner
{
    /// <param name="cancellation">Ends the jobs that run, and starts no other.</param>
    /// <exception cref="WorkflowException">It cannot begin: no such workflow, event or input, or a secret is missing.</exception>
    public static async Task<RunReport> RunAsync(RunOptions options, RunPorts ports, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Parallel, 1);
        var since = ports.Time.GetTimestamp();
        var repository = options.Repository;
        var changes = repository.ChangesAsync(cancellation);
        var file = await CommittedWorkflow.ReadAsync(repository, options.Workflow, cancellation);
        var called = await CalledAsync(repository, file, cancellation);
        var facts = await RunFacts.ReadAsync(repository, Environment.GetEnvironmentVariable, cancellation);
        var inputs = InputsOf(file.Workflow, options);
        var started = StartedBy.Of(file.Workflow, options.Event, facts, inputs);
        var scope = new WorkflowScope(file, "", "", inputs, [], ports.Values.Secret);
        Say(scope, called, ports);
        SayWhatIsLeftOut(repository, await changes, ports);
        var github = GitHubContext.Of(facts, file, started, ports.Time);
        var resolver = new JobResolver(github, ports.Values.Variable, called);

        var name = Path.GetFileNameWithoutExtension(file.Path);
        var memory = new RunMemory(options.Memory, name);
        var artifacts = new ArtifactStore(Path.Combine(options.Results, "artifacts"));
        var before = Before(options, memory, started.Name);
        if (before is null)
            artifacts.Clear();
        using var place = RunPlace.Open(Path.Combine(options.Memory, "places"));
        var groups = new GroupLock(Path.Combine(options.Memory, "groups"), ports.Time);
        var claim = JobResolver.ClaimOf(file.Workflow.Concurrency, new EvaluationScope(resolver.ContextsOf(scope)));
        using var group = claim is null
            ? null
            : await groups.EnterAsync(
                claim.Group,
                () => ports.Observer.Note($"Waiting for another run of the concurrency group '{claim.Group}'."),
                cancellation
            );
        await using var checkouts = new ReadyCheckouts(
            repository,
            Path.Combine(place.Directory, "ready"),
            ports.HandOver
        );
        await using var runner = new JobRunner(
            ports,
            new LocalActions(repository, checkouts, artifacts),
            place,
            new JobFiles(options.Results),
            facts.Repository.Split('/')[^1]
        );
        var run = new Run
        {
            Options = options,
            Ports = ports,
            Resolver = resolver,
            Groups = groups,
            RunGroup = claim?.Group,
            Before = before?.Jobs ?? [],
            Jobs = runner,
            Checkouts = checkouts,
            Describe = jobs => RunSummary.Of(name, repository.Commit, started.Name, jobs),
        };
        var (conclusion, jobs) = await run.ToItsEndAsync(scope, memory.ReadDurations(), cancellation);
        Remember(memory, options, started.Name, conclusion, jobs);
        var summary = Path.Combine(options.Results, "summary.md");
        Directory.CreateDirectory(options.Results);
        await File.WriteAllTextAsync(summary, run.Describe(jobs), CancellationToken.None);
        return new RunReport(name, repository.Commit, started.Name, conclusion, ports.Time.GetElapsedTime(since))
        {
            Jobs = jobs,
            SummaryFile = summary,
        };
    }

    /// <summary>Null: this run begins anew.</summary>
    static UnfinishedRun? Before(RunOptions options, RunMemory memory, string started) =>
        options.Approved.Count > 0
        && memory.ReadUnfinished() is { } before
        && before.IsOf(options.Repository.Commit, started, options.Inputs)
            ? before
            : null;

    static void Remember(
        RunMemory memory,
        RunOptions options,
        string started,
        Conclusion conclusion,
        IReadOnlyList<JobReport> jobs
    )
    {
        var done = jobs.Where(job => job is { Conclusion: Conclusion.Success, Log: not null }).ToList();
        if (conclusion == Conclusion.Waiting)
            memory.WriteUnfinished(new UnfinishedRun(options.Repository.Commit, started, options.Inputs, done));
        else
            memory.ForgetUnfinished();
        memory.WriteDurations(
            done.Where(job => !job.WasDoneBefore)
                .Select(job => KeyValuePair.Create(job.Key.Split(" (")[0], job.Duration.TotalSeconds))
        );
    }

    static MapValue InputsOf(Workflow workflow, RunOptions options)
    {
        var declared =
            workflow.On.OfType<DispatchTrigger>().FirstOrDefault()?.Inputs
            ?? workflow.On.OfType<CallTrigger>().FirstOrDefault()?.Inputs
            ?? [];
        // What starts it otherwise has none, and asks for none.
        var isDispatch =
            options.Event is "workflow_dispatch" or "workflow_call"
            || options.Inputs.Count > 0
            || !workflow.On.Any(trigger => trigger is EventTrigger or ScheduleTrigger);
        return WorkflowInputs.Of(
            isDispatch ? declared : [],
            options.Inputs.ToDictionary(
                input => input.Key,
                input => (Value)input.Value,
                StringComparer.OrdinalIgnoreCase
            )
        );
    }

    /// <summary>Before anything runs: what is missing.</summary>
    static void Say(WorkflowScope scope, IReadOnlyDictionary<string, WorkflowFile> called, RunPorts ports)
    {
        var inheriting = scope
            .Workflow.Jobs.Values.OfType<CallJob>()
            .Where(job => job.Secrets is { Inherit: true })
            .Select(job => called.GetValueOrDefault(job.Uses.Name)?.Workflow)
            .OfType<Workflow>();
        var missing = inheriting
            .Prepend(scope.Workflow)
            .SelectMany(workflow => NamedValues.Of(workflow, "secrets"))
            .Distinct(StringComparer.Ordinal)
            .Where(name => ports.Values.Secret(name) is null)
            .ToList();
        if (missing.Count > 0)
        {
            throw new WorkflowException(
                $"{scope.File.Path} names secrets that nobody has given: {string.Join(", ", missing)}. Set each in the "
                    + "environment or in the build's parameters; set it empty to run without it."
            );
        }
        var unset = called
            .Values.Select(file => file.Workflow)
            .Prepend(scope.Workflow)
            .SelectMany(workflow => NamedValues.Of(workflow, "vars"))
            .Distinct(StringComparer.Ordinal)
            .Where(name => ports.Values.Variable(name) is null)
            .ToList();
        if (unset.Count > 0)
            ports.Observer.Note($"Variables that nobody has set are empty, as on GitHub: {string.Join(", ", unset)}.");
    }

    static void SayWhatIsLeftOut(RepositoryState repository, int changes, RunPorts ports)
    {
        if (changes > 0)
        {
            ports.Observer.Note(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The run is of the commit {repository.Commit[..10]}: {changes} files with uncommitted changes are not in it as they are now."
                )
            );
        }
    }

    static async Task<IReadOnlyDictionary<string, WorkflowFile>> CalledAsync(
        RepositoryState repository,
        WorkflowFile file,
        CancellationToken cancellation
    )
    {
        var found = new Dictionary<string, WorkflowFile>(StringComparer.Ordinal);
        await AddAsync(file, [file.Path]);
        return found;

        async Task AddAsync(WorkflowFile caller, IReadOnlyList<string> above)
        {
            foreach (var (id, job, _) in caller.Workflow.Jobs)
            {
                if (job is not CallJob { Uses.IsLocal: true } call)
                    continue;
                if (!found.TryGetValue(call.Uses.Name, out var inner))
                {
                    try
                    {
                        inner = await CommittedWorkflow.ReadCalledAsync(repository, call.Uses, cancellation);
                    }
                    catch (WorkflowException failure)
                    {
                        throw new WorkflowException($"{caller.Path}: the job '{id}': {failure.Message}", failure);
                    }
                    found[call.Uses.Name] = inner;
                }
                if (above.Contains(inner.Path, StringComparer.Ordinal))
                    throw new WorkflowException(
                        $"{caller.Path}: the job '{id}' calls {inner.Path}, which calls this one."
                    );
                await AddAsync(inner, [.. above, inner.Path]);
            }
        }
    }
}
