using System.Threading.Channels;
using Slipway.Workflows.Model;
using Slipway.Workflows.Running.Actions;
using Slipway.Workflows.Running.Checkouts;
using Slipway.Workflows.Running.Scheduling;
using Schedule = Slipway.Workflows.Running.Scheduling.Schedule;

namespace Slipway.Workflows.Running.Runs;

/// <summary>One run under way: does what the schedule decides, and tells it what came of it.</summary>
sealed class Run
{
    readonly Channel<RunEvent> _events = Channel.CreateUnbounded<RunEvent>();
    readonly Dictionary<string, JobPlace> _places = new(StringComparer.OrdinalIgnoreCase);
    readonly Dictionary<string, LegPlan> _plans = new(StringComparer.OrdinalIgnoreCase);
    readonly Dictionary<string, JobEnd> _ends = new(StringComparer.OrdinalIgnoreCase);
    readonly List<Task> _running = [];
    readonly JobResults _results = new();
    readonly List<JobReport> _reports = [];
    Schedule _schedule = null!;

    public required RunOptions Options { get; init; }
    public required RunPorts Ports { get; init; }
    public required JobResolver Resolver { get; init; }
    public required JobRunner Jobs { get; init; }
    public required ReadyCheckouts Checkouts { get; init; }
    public required GroupLock Groups { get; init; }

    /// <summary>What the whole run holds.</summary>
    public required string? RunGroup { get; init; }

    /// <summary>What an earlier run of the same commit has done.</summary>
    public required IReadOnlyList<JobReport> Before { get; init; }

    /// <summary>The summary of what is over so far.</summary>
    public required Func<IReadOnlyList<JobReport>, string> Describe { get; init; }

    public async Task<(Conclusion, IReadOnlyList<JobReport>)> ToItsEndAsync(
        WorkflowScope scope,
        IReadOnlyDictionary<string, double> durations,
        CancellationToken cancellation
    )
    {
        await using var listening = cancellation.Register(() => _events.Writer.TryWrite(new CancelAll()));
        Enter(scope);
        var nodes = scope.Workflow.Jobs.Select(job => new JobNode(
            job.Key,
            job.Value.Needs,
            durations.GetValueOrDefault(job.Key, 1)
        ));
        (_schedule, var commands) = Schedule.Begin([.. nodes], Options.Parallel);
        Obey(commands);
        while (!_schedule.IsOver)
        {
            var happened = await _events.Reader.ReadAsync(CancellationToken.None);
            (_schedule, commands) = _schedule.After(happened);
            Obey(commands);
            LookAhead();
        }
        await Task.WhenAll(_running);
        foreach (var end in _ends.Values)
            end.Dispose();
        return (_schedule.Together, _reports);
    }

    void Obey(IReadOnlyList<RunCommand> commands)
    {
        foreach (var command in commands)
        {
            switch (command)
            {
                case Resolve resolve:
                    Find(resolve.Job);
                    break;
                case Start { Leg: var leg } when _plans[leg].Called is { } called:
                    Enter(called);
                    break;
                case Start start:
                    Begin(_plans[start.Leg]);
                    break;
                case Cancel cancel:
                    _ends[cancel.Leg].Ask(cancel.Reason, PatienceOf(_plans[cancel.Leg]));
                    break;
                case Drop drop:
                    Report(
                        new JobReport(drop.Leg, _plans[drop.Leg].Title, drop.Conclusion)
                        {
                            Reason = drop.Reason,
                            IsTolerated = _plans[drop.Leg].ContinuesOnError,
                        }
                    );
                    break;
                case Conclude conclude:
                    Conclude(conclude);
                    break;
            }
        }
    }

    void LookAhead()
    {
        var coming = _schedule.ComingNext.Where(job => !Before.Any(done => IsOf(done, job))).ToList();
        foreach (var next in coming)
            Jobs.Prepare(_places[next]);
        Checkouts.Keep(coming.Count(next => ChecksOut(_places[next].Job)));
        if (_schedule.AllHaveBegun)
            Jobs.ClearBehind();
    }

    static bool ChecksOut(Job job) =>
        job is RunnerJob runner
        && runner
            .Steps.OfType<ActionStep>()
            .Any(step => step.Uses.Name.Equals(LocalActions.Checkout, StringComparison.OrdinalIgnoreCase));

    static bool IsOf(JobReport report, string job) => report.Key.Equals(job, StringComparison.OrdinalIgnoreCase);

    void Enter(WorkflowScope scope)
    {
        foreach (var id in scope.Workflow.Jobs.Keys)
            _places[scope.Prefix + id] = scope.Place(id);
    }

    void Find(string job)
    {
        var place = _places[job];
        var (resolution, plans) = Resolver.Resolve(
            place,
            _results.NeedsOf(place, _schedule),
            JobResults.StatusOf(job, _schedule)
        );
        foreach (var plan in plans)
            _plans[plan.Key] = plan;
        _events.Writer.TryWrite(new Resolved(job, resolution));
    }

    void Begin(LegPlan plan)
    {
        var end = new JobEnd(Ports.Time);
        _ends[plan.Key] = end;
        _running.Add(Task.Run(() => RunAsync(plan, end)));
    }

    /// <summary>How long the job's end may take.</summary>
    static TimeSpan? PatienceOf(LegPlan plan) =>
        (plan.Place.Job as RunnerJob)?.CancelTimeoutMinutes is { Expression: null } stated
            ? TimeSpan.FromMinutes(stated.Literal)
            : null;

    async Task RunAsync(LegPlan plan, JobEnd end)
    {
        JobReport report;
        try
        {
            report = await DoAsync(plan, end);
        }
        catch (Exception failure)
        {
            // Whatever it is, the schedule must hear that the job is over.
            report = new JobReport(plan.Key, plan.Title, Conclusion.Failure)
            {
                Reason = failure is OperationCanceledException ? end.Reason : failure.Message,
            };
            if (failure is OperationCanceledException)
                report = report with { Conclusion = Conclusion.Cancelled };
        }
        _results.Add(plan.Place.Key, report.Outputs);
        Report(report);
        _events.Writer.TryWrite(new Ended(plan.Key, report.Conclusion));
    }

    async Task<JobReport> DoAsync(LegPlan plan, JobEnd end)
    {
        var before = Before.FirstOrDefault(job => job.Key.Equals(plan.Key, StringComparison.Ordinal));
        if (before is not null)
            return before with { WasDoneBefore = true };
        Ports.Observer.JobStarted(plan.Key, plan.Title);
        var scope = new EvaluationScope(plan.Contexts);
        if (await NotApprovedAsync(plan, scope, end) is { } report)
            return report;
        var claim = JobResolver.ClaimOf(plan.Place.Job.Concurrency, scope);
        if (claim is not null && claim.Group.Equals(RunGroup, StringComparison.OrdinalIgnoreCase))
            throw new WorkflowException(
                $"its concurrency group '{claim.Group}' is held by the whole run, which waits for it"
            );
        using var group = claim is null
            ? null
            : await Groups.EnterAsync(
                claim.Group,
                () => Ports.Observer.StepStarted(plan.Key, $"waiting for another run of '{claim.Group}'"),
                end.Cancellation.Requested
            );
        return await Jobs.RunAsync(plan, end);
    }

    async Task<JobReport?> NotApprovedAsync(LegPlan plan, EvaluationScope scope, JobEnd end)
    {
        if ((plan.Place.Job as RunnerJob)?.Environment is not { } stated)
            return null;
        var environment = TemplateEvaluator.Text(stated.Name, scope);
        if (Options.Approved.Contains(environment, StringComparer.OrdinalIgnoreCase))
            return null;
        var request = new ApprovalRequest(environment, plan.Title, Describe(Reports()));
        var waits = new JobReport(plan.Key, plan.Title, Conclusion.Waiting) { WaitsFor = environment };
        return await Ports.Approvals.AskAsync(request, end.Cancellation.Requested) switch
        {
            Approval.Given => null,
            Approval.Refused => waits with
            {
                Conclusion = Conclusion.Failure,
                WaitsFor = null,
                Reason = $"{environment} was not approved",
            },
            _ => waits with { Reason = $"{environment} waits for an approval" },
        };
    }

    /// <summary>Jobs with legs are told by them; a called workflow's outputs are its caller's.</summary>
    void Conclude(Conclude conclude)
    {
        var place = _places[conclude.Job];
        if (conclude.Reason is { } reason)
        {
            var title =
                place.Scope.TitlePrefix
                + (place.Job.Name is { } name && !name.Contains("${{", StringComparison.Ordinal) ? name : place.Id);
            Report(new JobReport(conclude.Job, title, conclude.Conclusion) { Reason = reason });
        }
        foreach (var plan in _plans.Values.Where(plan => plan.Place == place && plan.Called is not null).ToList())
            _results.Add(place.Key, OutputsOf(plan.Called!));
    }

    /// <summary>None when one of them has no value.</summary>
    List<KeyValuePair<string, string>> OutputsOf(WorkflowScope called)
    {
        var contexts = Resolver.ContextsOf(called) with { Jobs = _results.JobsOf(called, _schedule) };
        var scope = new EvaluationScope(contexts);
        var outputs = called.Workflow.On.OfType<CallTrigger>().First().Outputs;
        try
        {
            return
            [
                .. outputs.Select(output =>
                    KeyValuePair.Create(output.Key, TemplateEvaluator.Text(output.Value.Value, scope))
                ),
            ];
        }
        catch (EvaluationException failure)
        {
            Ports.Observer.Note($"{called.File.Path}: its outputs are left out: {failure.Message}");
            return [];
        }
    }

    IReadOnlyList<JobReport> Reports()
    {
        lock (_reports)
            return [.. _reports];
    }

    void Report(JobReport report)
    {
        lock (_reports)
            _reports.Add(report);
        Ports.Observer.JobEnded(report);
    }
}
