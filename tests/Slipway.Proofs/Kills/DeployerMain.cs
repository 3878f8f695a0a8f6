using System.Text.Json;
using Slipway.Delivery;
using Slipway.Delivery.Databases;
using Slipway.Delivery.Execution;
using Slipway.Delivery.State;
using Slipway.Images;
using Slipway.Platforms.Local;
using Slipway.Platforms.Local.Supervision;

namespace Slipway.Proofs.Kills;

/// <summary>What a <see cref="DeployerProcess"/> does itself.</summary>
static class DeployerMain
{
    public static async Task<int> RunAsync()
    {
        var job = JsonSerializer.Deserialize<DeployerJob>(Console.ReadLine() ?? "")!;
        try
        {
            return job.Database is { } database ? await RunAsync(job, database) : await DeployAsync(job);
        }
        catch (DeliveryException refused)
        {
            Console.WriteLine($"{refused.GetType().Name} {refused.Message}");
            return 2;
        }
    }

    static async Task<int> DeployAsync(DeployerJob job)
    {
        var fuse = new Fuse(job.Moment, job.Step ?? -1, job.Flaw);
        var state = new StateDirectory(job.State, fuse);
        using var platform = Platform(job, state);
        var environment = job.Environment;
        var deployer = new Deployer(environment, state.Environment(environment.Name), platform, fuse);
        var outcome = await deployer.DeployAsync(job.Wanted!);
        Console.WriteLine(outcome.GetType().Name);
        return outcome.IsGood ? 0 : 1;
    }

    /// <summary>Says the points that it has passed, as JSON.</summary>
    static async Task<int> RunAsync(DeployerJob job, DatabaseJob database)
    {
        var fuse = new PointFuse(database.Point, job.Flaw);
        var state = new StateDirectory(job.State, fuse);
        using var platform = Platform(job, state);
        var environment = job.Environment;
        var keeper = new DatabaseKeeper(
            environment,
            state.Environment(environment.Name),
            Wrapped.Platform(platform, fuse.Around)
        );
        var found = await database.RunAsync(keeper);
        Console.WriteLine(found ?? JsonSerializer.Serialize(fuse.Passed));
        return found is null ? 0 : 1;
    }

    static LocalPlatform Platform(DeployerJob job, StateDirectory state) =>
        new(job.Environment, state, new OciStore(job.Store), HostFiles.BesideBuild(job.State));
}
