using Slipway.Workflows.Running;
using Slipway.Workflows.Running.Runs;
using Slipway.Workflows.Running.Services;

namespace Slipway.Components.Running;

/// <summary>
/// Services as containers where a Docker engine has their image; else a PostgreSQL server of our own stands for one.
/// </summary>
sealed class ServicesHere : IServiceStarter
{
    readonly DockerServices _docker = new(TimeProvider.System);
    Task<bool>? _isThere;

    public async Task<IRunningService> StartAsync(ServiceRequest request, CancellationToken cancellation)
    {
        var image = request.Container.Image;
        var isThere = await (_isThere ??= DockerServices.IsThereAsync(CancellationToken.None));
        var missing = isThere ? await DockerServices.FetchAsync(image, cancellation) : "no Docker engine answers";
        if (missing is null)
            return await _docker.StartAsync(request, cancellation);
        if (PostgresService.StandsFor(image))
            return await PostgresService.StartAsync(request, missing, cancellation);
        throw new StepException(
            isThere
                ? $"The image {image} of the service '{request.Id}' cannot be had: {missing}"
                : $"The service '{request.Id}' is a container ({image}), and {missing} here: start one."
        );
    }
}
