using System.Collections.Concurrent;
using Slipway.Testing;
using Slipway.Workflows.Running;
using Slipway.Workflows.Running.Checkouts;
using Slipway.Workflows.Running.Runs;
using Slipway.Workflows.Running.Scheduling;

namespace Slipway.Workflows.Tests.Running.Runs;

/// <summary>A real repository with a workflow that is run.</summary>
sealed class SampleRun : IAsyncDisposable
{
    readonly TempDirectory _memory = new();

    SampleRun(GitRepository repository) => Repository = repository;

    public GitRepository Repository { get; }

    public Dictionary<string, string> Secrets { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, string> Variables { get; } = new(StringComparer.Ordinal);

    public Func<ApprovalRequest, Approval> Approves { get; set; } = _ => Approval.Given;

    public Func<ServiceRequest, IRunningService>? Service { get; set; }

    public Watching Seen { get; } = new();

    public string Results => _memory["results"];

    public static async Task<SampleRun> OfAsync(string workflow)
    {
        var run = new SampleRun(await GitRepository.CreateAsync());
        run.Write("sample", workflow);
        await run.Repository.CommitAsync("feat: sample");
        return run;
    }

    public void Write(string name, string workflow) => Repository.Write($".github/workflows/{name}.yml", workflow);

    public async Task<RunReport> RunAsync(
        Func<RunOptions, RunOptions>? with = null,
        string name = "sample",
        CancellationToken cancellation = default
    )
    {
        var options = new RunOptions
        {
            Repository = await RepositoryState.ReadAsync(Repository.Path, default),
            Workflow = name,
            Parallel = 2,
            Results = Results,
            Memory = _memory["memory"],
        };
        var ports = new RunPorts
        {
            Values = new Given(this),
            Approvals = new Answers(this),
            Services = new Starter(this),
            Observer = Seen,
        };
        return await WorkflowRunner.RunAsync(with?.Invoke(options) ?? options, ports, cancellation);
    }

    /// <summary>What is left of runs that are over.</summary>
    public IEnumerable<string> Left => Directory.EnumerateFileSystemEntries(_memory["memory/places"]);

    public ValueTask DisposeAsync()
    {
        Repository.Dispose();
        _memory.Dispose();
        return ValueTask.CompletedTask;
    }

    sealed class Given(SampleRun run) : IRunValues
    {
        public string? Secret(string name) => run.Secrets.GetValueOrDefault(name);

        public string? Variable(string name) => run.Variables.GetValueOrDefault(name);
    }

    sealed class Answers(SampleRun run) : IApprovals
    {
        public Task<Approval> AskAsync(ApprovalRequest request, CancellationToken cancellation) =>
            Task.FromResult(run.Approves(request));
    }

    sealed class Starter(SampleRun run) : IServiceStarter
    {
        public Task<IRunningService> StartAsync(ServiceRequest request, CancellationToken cancellation) =>
            run.Service is { } service
                ? Task.FromResult(service(request))
                : throw new StepException("There are no services here.");
    }

    /// <summary>All that was shown.</summary>
    public sealed class Watching : IRunObserver
    {
        public ConcurrentQueue<string> Notes { get; } = new();

        public ConcurrentQueue<string> Started { get; } = new();

        public void Note(string line) => Notes.Enqueue(line);

        public void JobStarted(string key, string title) => Started.Enqueue(key);

        public ConcurrentQueue<string> Steps { get; } = new();

        public void StepStarted(string key, string step) => Steps.Enqueue(step);

        public void JobEnded(JobReport job) { }
    }
}

static class SampleReports
{
    public static JobReport Job(this RunReport report, string key) => report.Jobs.Single(job => job.Key == key);

    public static string LogOf(this RunReport report, string key) => File.ReadAllText(report.Job(key).Log!);

    public static void ShouldBe(this RunReport report, Conclusion conclusion) =>
        report.Conclusion.Should().Be(conclusion, string.Join('\n', report.Jobs.Select(Describe)));

    static string Describe(JobReport job) =>
        $"{job.Key}: {job.Conclusion} {job.Reason}\n{(job.Log is { } log && File.Exists(log) ? File.ReadAllText(log) : "")}";
}
