using Slipway.Delivery.Environments;

namespace Slipway.Components.Shipping;

/// <summary>What runs where, for a person or for a program.</summary>
static class StatusCommand
{
    public static async Task RunAsync(IHazEnvironments build, bool json)
    {
        var report = await ReportAsync(build);
        if (json)
        {
            JsonOutput.Write(report.ToJson());
            return;
        }

        StatusTable.Of(report).WriteToConsole();
        foreach (var note in StatusNotes.Of(build, report))
            Console.WriteLine(note);
    }

    /// <summary>The environments are asked at the same time.</summary>
    public static async Task<StatusReport> ReportAsync(IHazEnvironments build) =>
        new([.. await Task.WhenAll(Place.All(build).Select(place => place.StatusAsync()))]);
}
