using Slipway.Testing;
using Slipway.Workflows.Model;
using Slipway.Workflows.Running;

namespace Slipway.Workflows.Tests.Running;

/// <summary>A job's state in directories of its own, in which tests run steps with real shells.</summary>
sealed class StepBench : IStepLog, IActionRunner, IDisposable
{
    readonly TempDirectory _directory = new();
    readonly Lock _lock = new();
    readonly List<LogLine> _lines = [];

    public StepBench(params IEnumerable<string> secrets)
    {
        Masker = new SecretMasker(secrets);
        Directory.CreateDirectory(_directory["work"]);
        Directory.CreateDirectory(_directory["temp"]);
        State = new JobState
        {
            Contexts = new Contexts
            {
                GitHub = Values.Map(("ref", "refs/heads/main"), ("sha", "0123"), ("token", "hidden"), ("job", "build")),
                Runner = Values.Map(("os", "Linux"), ("temp", _directory["temp"])),
            },
            Workspace = _directory["work"],
            TempDirectory = _directory["temp"],
            TrackingId = $"slipway_{Guid.NewGuid():n}",
        };
    }

    public JobState State { get; set; }

    public SecretMasker Masker { get; }

    public TimeProvider Time { get; set; } = TimeProvider.System;

    /// <summary>What stands for the variables of whoever started the run.</summary>
    public Dictionary<string, string> Machine { get; } =
        new(StringComparer.Ordinal) { ["PATH"] = Environment.GetEnvironmentVariable("PATH")! };

    /// <summary>What an action answers; it fails without one.</summary>
    public Func<ActionCall, ActionResult>? Action { get; set; }

    public string Workspace => State.Workspace;

    public IReadOnlyList<LogLine> Lines
    {
        get
        {
            lock (_lock)
                return [.. _lines];
        }
    }

    /// <summary>The plain lines below the head that GitHub writes above a script's output.</summary>
    public IEnumerable<string> Output =>
        Lines
            .SkipWhile(line => line.Kind != LogKind.EndGroup)
            .Where(line => line.Kind == LogKind.Text)
            .Select(line => line.Text);

    public IEnumerable<string> Errors => Lines.Where(line => line.Kind == LogKind.Error).Select(line => line.Text);

    /// <summary>Runs a step and takes up what it changed.</summary>
    public async Task<StepResult> RunAsync(Step step, JobCancellation cancellation = default)
    {
        var runner = new StepRunner(MachineEnvironment.Of(Machine), this, Masker, Time);
        var result = await runner.RunAsync(step, State, this, cancellation);
        State = State.After(result);
        return result;
    }

    public Task<StepResult> RunAsync(string script) => RunAsync(new RunStep(script));

    public void Write(LogLine line)
    {
        lock (_lock)
            _lines.Add(line);
    }

    Task<ActionResult> IActionRunner.RunAsync(ActionCall call, CancellationToken cancellation) =>
        Action is { } action
            ? Task.FromResult(action(call))
            : throw new StepException($"There is no action '{call.Uses.Name}' here.");

    public void Dispose() => _directory.Dispose();
}
