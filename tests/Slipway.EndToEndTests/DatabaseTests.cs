using System.Text.Json;

namespace Slipway.EndToEndTests;

/// <summary>The database of an environment: backed up while it serves, drilled, restored, and only when it is meant.</summary>
[Collection(CloneCollection.Name)]
public sealed class DatabaseTests(Clone clone)
{
    [Fact]
    public async Task A_backup_passes_its_drill_and_is_restored_when_the_name_is_given_twice()
    {
        await clone.Site.ServeGoodAsync();
        string[] staging = ["--environment", "staging"];

        var backup = await clone.Site.BuildAsync(["Backup", .. staging]);
        backup.ExitCode.Should().Be(0, backup.All);
        Backups().Should().ContainSingle();

        var drill = await clone.Site.BuildAsync(["RestoreDrill", .. staging]);
        drill.ExitCode.Should().Be(0, drill.All);
        Report().GetProperty("verdict").GetString().Should().Be("passed");

        var unsure = await clone.Site.BuildAsync(["Restore", .. staging, "--to", "last"]);
        unsure.ShouldFailPlainly("loses what was written since", "--confirm staging");

        var restore = await clone.Site.BuildAsync(["Restore", .. staging, "--to", "last", "--confirm", "staging"]);
        restore.ExitCode.Should().Be(0, restore.All);
        (await Site.CommitAtAsync(clone.Site.Staging)).Should().Be(clone.Good);
        Backups().Should().HaveCount(2, "what was there before the restore is kept");
    }

    [Fact]
    public async Task Without_a_backup_a_drill_has_checked_nothing_and_fails()
    {
        await clone.Site.ServeGoodAsync();
        var site = clone.NewSite();
        site.TakeImagesFrom(clone.Site);
        var deploy = await site.DeployPushedAsync();
        deploy.ExitCode.Should().Be(0, deploy.All);

        (await site.BuildAsync("RestoreDrill", "--environment", "staging")).ShouldFailPlainly(
            "not checked",
            "Backup --environment staging"
        );

        Report().GetProperty("verdict").GetString().Should().Be("not-checked");
    }

    string[] Backups() =>
        Directory.GetFiles(Path.Combine(clone.Site.State, "environments", "staging", "backups"), "*.backup");

    JsonElement Report()
    {
        var path = Path.Combine(clone.Root, "artifacts", "reports", "restore-drill.json");
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        return document.RootElement.Clone();
    }
}
