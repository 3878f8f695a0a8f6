using Slipway.Workflows.Running;
using Slipway.Workflows.Running.Runs;
using Slipway.Workflows.Running.Services;

namespace Slipway.Components.Running;

/// <summary>Services as containers where there is a Docker engine; else a PostgreSQL server of our own stands for one.</summary>
sealed class ServicesHere : IServiceStarter
{
    readonly DockerServices _docker = new(TimeProvider.System);
    Task<bool>? _isThere;

    public async Task<IRunningService> StartAsync(ServiceRequest request, CancellationToken cancellation)
    {
        if (await (_isThere ??= DockerServices.IsThereAsync(CancellationToken.None)))
            return await _docker.StartAsync(request, cancellation);
        if (PostgresService.StandsFor(request.Container.Image))
            return await PostgresService.StartAsync(request, cancellation);
        throw new StepException(
            $"The service '{request.Id}' is a container ({request.Container.Image}), and no Docker engine answers here: start one."
        );
    }
}
