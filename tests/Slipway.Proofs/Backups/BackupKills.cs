using System.Text.Json;
using Slipway.Delivery.Execution;
using Slipway.Proofs.Kills;
using Slipway.Proofs.Sites;

namespace Slipway.Proofs.Backups;

/// <summary>
/// The core of the proof about a killed backup, restore or drill: it dies at a point, one more command comes, and the
/// database must be one that somebody has had.
/// </summary>
sealed class BackupKills(BackupSite site)
{
    readonly List<string> _broken = [];
    int _number;

    public IReadOnlyList<string> Broken => _broken;

    /// <summary>Every point where the command can die; one run that lives tells them.</summary>
    public async Task<IReadOnlyList<string>> PointsAsync(DatabaseCommand command)
    {
        var (exitCode, said) = await RunAsync(command, DatabaseJob.Nowhere, Flaw.None);
        exitCode.Should().Be(0, said);
        return JsonSerializer.Deserialize<string[]>(said)!;
    }

    public async Task DieAsync(DatabaseCommand command, int point, string name, Flaw flaw = Flaw.None)
    {
        var where = $"{command} killed {name}";
        await site.Site.CreateAlbumAsync($"Made {++_number}");
        var before = await site.Site.TitlesAsync();
        var (exitCode, said) = await RunAsync(command, point, flaw);
        if (exitCode != Death.ExitCode)
            _broken.Add($"{where}: it was not killed, it ended with {exitCode}: {said}");

        // Every third time the next command is a deployment, which backs up and rehearses.
        var isDeployment = _number % 3 == 0;
        if (await GoOnAsync(command, isDeployment) is { } failure)
            _broken.Add($"{where}: {failure}");
        await RequireAsync(where, command, isDeployment, before);
    }

    async Task RequireAsync(string where, DatabaseCommand command, bool isDeployment, IReadOnlyList<string> before)
    {
        var albums = await site.Site.TitlesAsync();
        var isRestored = albums.SequenceEqual([BackupSite.Kept], StringComparer.Ordinal);
        var isAsBefore = albums.SequenceEqual(before, StringComparer.Ordinal);
        var isRight = command == DatabaseCommand.Restore ? isRestored || (isDeployment && isAsBefore) : isAsBefore;
        if (!isRight)
            _broken.Add($"{where}: the albums are {string.Join(", ", albums)}");

        // Whatever a killed run has left behind must not undo what users write from here on.
        var later = $"Later {_number}";
        await site.Site.CreateAlbumAsync(later);
        _broken.AddRange((await Invariants.BrokenAsync(site.Site, wanted: null)).Select(fault => $"{where}: {fault}"));
        if (!(await site.Site.TitlesAsync()).Contains(later, StringComparer.Ordinal))
            _broken.Add($"{where}: what was written after it is gone");
    }

    /// <returns>Null: it ended well.</returns>
    Task<string?> GoOnAsync(DatabaseCommand command, bool isDeployment) =>
        Trouble.OfAsync(async () =>
        {
            if (isDeployment)
            {
                var outcome = await site.Site.DeployAsync(await site.NextAsync());
                return outcome.IsGood ? null : new Evidence($"{outcome}");
            }

            var job = new DatabaseJob(command, site.File, DatabaseJob.Nowhere);
            return await job.RunAsync(site.Site.Keeper()) is { } found ? new Evidence(found) : null;
        });

    async Task<(int ExitCode, string Said)> RunAsync(DatabaseCommand command, int point, Flaw flaw)
    {
        using var process = DeployerProcess.Start(
            DeployerJob.On(site.Site, new DatabaseJob(command, site.File, point), flaw)
        );
        return await process.EndAsync();
    }
}
