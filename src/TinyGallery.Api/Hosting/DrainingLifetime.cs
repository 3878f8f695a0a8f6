using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using TinyGallery.Api.Observability;

namespace TinyGallery.Api.Hosting;

/// <summary>
/// Ends the service on SIGTERM and SIGINT. First it is not ready any more but goes on serving, so that whoever routes
/// to it can notice; then it stops listening and lets the rest finish. A second signal stops at once.
/// </summary>
sealed class DrainingLifetime(
    Drain drain,
    IHostApplicationLifetime application,
    IServer server,
    TimeProvider time,
    ILogger<DrainingLifetime> logger
) : IHostLifetime, IDisposable
{
    /// <summary>How long it listens on, at most, while requests keep arriving.</summary>
    public static readonly TimeSpan ListenLimit = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long requests then still have. Together 30 s: a request in flight at the signal keeps the first phase open
    /// for all of its limit.
    /// </summary>
    public static readonly TimeSpan FinishLimit = TimeSpan.FromSeconds(20);

    readonly List<PosixSignalRegistration> _signals = [];

    public Task WaitForStartAsync(CancellationToken cancellationToken)
    {
        foreach (var signal in (PosixSignal[])[PosixSignal.SIGTERM, PosixSignal.SIGINT])
            _signals.Add(PosixSignalRegistration.Create(signal, OnSignal));
        // A host that is stopped by its owner instead drains without the first phase.
        application.ApplicationStopping.Register(() => _ = drain.Begin());
        application.ApplicationStarted.Register(() => Log.Started(logger, BuildInfo.Current.Version, Addresses()));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        foreach (var signal in _signals)
            signal.Dispose();
    }

    void OnSignal(PosixSignalContext context)
    {
        // The process ends by returning from Main, with exit code 0.
        context.Cancel = true;
        if (drain.HasBegun)
            application.StopApplication();
        else
            _ = StopAsync(context.Signal);
    }

    async Task StopAsync(PosixSignal signal)
    {
        Log.Draining(logger, signal);
        try
        {
            await drain.Begin().WaitAsync(ListenLimit, time);
        }
        catch (TimeoutException)
        {
            // They have the second limit as well.
        }

        application.StopApplication();
    }

    string Addresses() => string.Join(';', server.Features.Get<IServerAddressesFeature>()?.Addresses ?? []);
}
