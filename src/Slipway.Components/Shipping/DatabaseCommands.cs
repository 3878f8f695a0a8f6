using Nuke.Common.IO;
using Serilog;
using Slipway.Delivery.Databases;
using Slipway.Delivery.Execution;
using Slipway.Delivery.State;

namespace Slipway.Components.Shipping;

/// <summary>The commands on an environment's database.</summary>
static class DatabaseCommands
{
    public static async Task BackUpAsync(IHazEnvironments build, string name)
    {
        var place = Place.Of(build, name);
        var backup = await RunAsync(place, "Back up the database", keeper => keeper.BackUpAsync(Interrupt.Token));
        Log.Information("{Environment:l} is backed up: {File:l}", name, build.Shown((AbsolutePath)backup.File));
        if (backup.Manifest.Tables is null)
            Log.Warning(
                "Nobody has described its database (EnvironmentSpec.Database), so the backup was not restored to prove it"
            );
    }

    /// <summary>For users it is an outage, and writes are lost: a declared environment wants its name a second time.</summary>
    public static async Task RestoreAsync(IHazEnvironments build, string name, string to, string? confirmation)
    {
        var place = Place.Of(build, name);
        if (place.IsDeclared && !string.Equals(confirmation, name, StringComparison.Ordinal))
        {
            throw new BuildException(
                $"This stops {name}, replaces its database, and loses what was written since the backup. If that is meant: "
                    + $"./build.sh Restore --environment {name} --to {to} --confirm {name}"
            );
        }

        var result = await RunAsync(place, "Restore the database", keeper => keeper.RestoreAsync(to, Interrupt.Token));
        if (result.Failure is { } failure)
            throw OutcomeText.Failed(
                failure,
                $"{name}: the restore failed and the database is as it was. {failure.Message}"
            );
        Log.Information(
            "{Environment:l} serves again at {Url:l}, with the database of {File:l}",
            name,
            place.Url,
            build.Shown((AbsolutePath)result.File)
        );
        Log.Information("What was there before: {File:l}", build.Shown((AbsolutePath)result.Safety!));
    }

    /// <summary>Writes <c>restore-drill.json</c>; anything but a passed drill fails the build.</summary>
    public static async Task DrillAsync(IHazEnvironments build, string name)
    {
        var place = Place.Of(build, name);
        var report = await RunAsync(place, "Drill a restore", keeper => keeper.DrillAsync(Interrupt.Token));
        var file = build.ReportsDirectory / "restore-drill.json";
        Directory.CreateDirectory(build.ReportsDirectory);
        DurableFile.WriteJson(file, report, Disk.Real);
        var text = Text(report);
        if (report.Verdict != DrillVerdict.Passed)
            throw new BuildException($"{name}: {text} Report: {build.Shown(file)}");
        Log.Information("{Environment:l}: {Text:l}", name, text);
    }

    internal static string Text(DrillReport report) =>
        report.Verdict switch
        {
            DrillVerdict.Passed => FormattableString.Invariant(
                $"{report.Backup} restores in {report.RecoveryTimeSeconds:0.0} s (RTO) and is {Age(report)} old (RPO). {report.Why}"
            ),
            DrillVerdict.Failed => $"{report.Backup} does not restore as it was: {report.Why}",
            _ => $"not checked. {report.Why} ./build.sh Backup --environment {report.Environment} makes one.",
        };

    static string Age(DrillReport report)
    {
        var age = TimeSpan.FromSeconds(report.RecoveryPointSeconds ?? 0);
        return age.TotalHours < 1
            ? FormattableString.Invariant($"{age.TotalMinutes:0} min")
            : FormattableString.Invariant($"{age.TotalHours:0.0} h");
    }

    static async Task<T> RunAsync<T>(Place place, string title, Func<DatabaseKeeper, Task<T>> command)
    {
        try
        {
            return await place.RunAsync(title, command);
        }
        catch (StepFailedException failure)
        {
            throw OutcomeText.Failed(failure.Evidence, $"{place.Spec.Name}: {failure.Message}");
        }
    }
}
