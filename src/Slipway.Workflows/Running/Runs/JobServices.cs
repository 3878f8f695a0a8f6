using Slipway.Workflows.Model;
using Slipway.Workflows.Running.Services;

namespace Slipway.Workflows.Running.Runs;

/// <summary>The services beside one job. They may begin before the job does: <see cref="CanBeAhead"/>.</summary>
sealed class JobServices : IAsyncDisposable
{
    readonly Dictionary<string, IRunningService> _running = new(StringComparer.OrdinalIgnoreCase);
    readonly HeldLog _log = new();
    readonly CancellationTokenSource _end = new();
    readonly Task _started;

    /// <summary>Begins to start them.</summary>
    /// <param name="owner">As <see cref="ServiceRequest.Owner"/>.</param>
    public JobServices(RunnerJob job, EvaluationScope scope, IServiceStarter starter, string owner) =>
        _started =
            job.Services.Count == 0 ? Task.CompletedTask : Task.Run(() => StartAsync(job, scope, starter, owner));

    /// <summary><c>job</c>, but for its status.</summary>
    public MapValue Context =>
        Values.Map(
            (
                "services",
                Values.Map(
                    _running.Select(service =>
                        (service.Key, (Value)Values.Map(("ports", Values.Texts(service.Value.Ports))))
                    )
                )
            )
        );

    /// <summary>
    /// Whether the job has services that are certain to be started, and the same, whatever becomes of the jobs that it
    /// needs: it has no condition, matrix or reviewers, nothing in them is an expression, and nothing of this machine is
    /// named that a job which runs until then could have, as a port, a volume or the container's name.
    /// </summary>
    public static bool CanBeAhead(Job job) =>
        job is RunnerJob { If: null, Strategy: null, Environment: null, Services.Count: > 0 } runner
        && runner.Services.Values.All(service =>
            Texts(service).All(text => !text.Contains("${{", StringComparison.Ordinal))
            && service.Ports.All(port => !port.Contains(':', StringComparison.Ordinal))
            && service.Volumes.Count == 0
            && DockerServices
                .Words(service.Options ?? "")
                .All(word => !word.StartsWith('-') || word.StartsWith("--health-", StringComparison.Ordinal))
        );

    /// <summary>Waits until all of them answer; what was said of them so far, and is from now on, goes into the log.</summary>
    /// <exception cref="StepException">One of them does not start.</exception>
    public async Task ReadyAsync(IStepLog log, CancellationToken cancellation)
    {
        _log.PassTo(log);
        await using var end = cancellation.Register(_end.Cancel);
        await _started;
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _started.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var service in _running.Values)
            await service.DisposeAsync();
        _end.Dispose();
    }

    async Task StartAsync(RunnerJob job, EvaluationScope scope, IServiceStarter starter, string owner)
    {
        foreach (var (id, service, _) in job.Services)
        {
            // An image that is empty is no service on GitHub either: a matrix leaves one away so.
            var filled = Filled(service, scope);
            if (filled.Image.Length > 0)
                _running[id] = await starter.StartAsync(new ServiceRequest(id, filled, owner, _log), _end.Token);
        }
    }

    static IEnumerable<string> Texts(Container service) =>
        [
            service.Image,
            .. service.Env.Values,
            .. service.Ports,
            service.Options ?? "",
            service.Entrypoint ?? "",
            service.Command ?? "",
            service.Credentials?.Username ?? "",
            service.Credentials?.Password ?? "",
        ];

    static Container Filled(Container service, EvaluationScope scope)
    {
        return service with
        {
            Image = Text(service.Image),
            Env = ValueMap.From(service.Env.Select(entry => new Entry<string>(entry.Key, Text(entry.Value)))),
            Ports = ValueList.From(service.Ports.Select(Text)),
            Volumes = ValueList.From(service.Volumes.Select(Text)),
            Options = service.Options is { } options ? Text(options) : null,
            Entrypoint = service.Entrypoint is { } entrypoint ? Text(entrypoint) : null,
            Command = service.Command is { } command ? Text(command) : null,
            Credentials = service.Credentials is { } credentials
                ? new Credentials(Text(credentials.Username), Text(credentials.Password))
                : null,
        };

        string Text(string template) => TemplateEvaluator.Text(template, scope);
    }
}
