using Serilog;
using Slipway.Delivery.Environments;

namespace Slipway.Components.Shipping;

/// <summary>Takes environments down.</summary>
static class DestroyCommand
{
    /// <summary>Review environments come and go; taking down a declared one needs its name a second time.</summary>
    public static async Task RunAsync(IHazEnvironments build, string? name, string? confirmation)
    {
        if (name is null)
            throw new BuildException(
                "Destroy needs to know what: --environment NAME, or --expired for every review environment whose time is over."
            );
        if (IsDeclared(build, name) && !string.Equals(confirmation, name, StringComparison.Ordinal))
            throw new BuildException(
                $"This takes down {name} and removes its data. If that is meant: ./build.sh Destroy --environment {name} --confirm {name}"
            );
        await (await PlaceAsync(build, name)).DestroyAsync();
        Log.Information("{Environment:l} is gone", name);
    }

    /// <summary>A review environment whose state was removed is known by nothing but what it left running.</summary>
    static async Task<Place> PlaceAsync(IHazEnvironments build, string name) =>
        EnvironmentName.IsReview(name) && Place.ToPreview(build, name) is var review && await review.IsThereAsync()
            ? review
            : Place.Of(build, name);

    /// <summary>
    /// Exactly the review environments that have expired, never a declared one. One that cannot be taken down does not save
    /// the others, and fails the command when they are through.
    /// </summary>
    public static async Task RunExpiredAsync(IHazEnvironments build, string? name)
    {
        if (name is not null)
            throw new BuildException("Destroy takes --environment NAME or --expired, not both.");
        var (gone, failed) = (0, new List<string>());
        foreach (var review in Reviews(build))
        {
            try
            {
                if (!await Place.Of(build, review).DestroyExpiredAsync())
                    continue;
                Log.Information("{Environment:l} had expired and is gone", review);
                gone++;
            }
            catch (Exception failure) when (ExpectedFailures.Are(failure) && failure is not OperationCanceledException)
            {
                Log.Error("{Environment:l} could not be taken down: {Why:l}", review, failure.Message);
                failed.Add(review);
            }
        }

        if (failed.Count > 0)
            throw new BuildException($"Not taken down: {string.Join(", ", failed)}. What is said above tells why.");
        if (gone == 0)
            Log.Information("No review environment has expired");
    }

    static IEnumerable<string> Reviews(IHazEnvironments build) =>
        build
            .StateDirectory.Existing()
            .Select(directory => directory.Name)
            .Where(name => EnvironmentName.IsReview(name) && !IsDeclared(build, name));

    static bool IsDeclared(IHazEnvironments build, string name) =>
        build.Environments.Any(environment => string.Equals(environment.Name, name, StringComparison.Ordinal));
}
