using Slipway.Workflows.Model;

namespace Slipway.Workflows.Running.Runs;

/// <summary>The services beside one job.</summary>
sealed class JobServices : IAsyncDisposable
{
    readonly Dictionary<string, IRunningService> _running = new(StringComparer.OrdinalIgnoreCase);

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

    /// <exception cref="StepException">One of them does not start.</exception>
    public async Task StartAsync(
        RunnerJob job,
        EvaluationScope scope,
        IServiceStarter starter,
        string owner,
        IStepLog log,
        CancellationToken cancellation
    )
    {
        foreach (var (id, service, _) in job.Services)
        {
            // An image that is empty is no service on GitHub either: a matrix leaves one away so.
            var filled = Filled(service, scope);
            if (filled.Image.Length > 0)
                _running[id] = await starter.StartAsync(new ServiceRequest(id, filled, owner, log), cancellation);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var service in _running.Values)
            await service.DisposeAsync();
    }

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
