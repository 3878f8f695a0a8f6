using Slipway.Delivery.Databases;
using Slipway.Delivery.State;
using Slipway.Delivery.Tests.Support;
using Slipway.Testing;

namespace Slipway.Delivery.Tests.Databases;

public sealed class BackupStoreTests : IDisposable
{
    readonly TempDirectory _directory = new();
    readonly ManualTime _time = new();

    EnvironmentDirectory Environment => new StateDirectory(_directory.Path).Environment("production");

    BackupStore Store => new(Environment, new BackupPolicy(2, 0), _time);

    public BackupStoreTests() => Environment.Create();

    [Fact]
    public async Task A_backup_is_a_file_with_a_manifest_and_its_name_says_when_and_of_what()
    {
        var kept = await KeepAsync("content", "1.2.0+dirty");

        kept.Name.Should().Be("20260101T000000Z-1.2.0-dirty.backup");
        Store.All().Should().BeEquivalentTo([kept]);
        Directory.GetFiles(Environment.Backups).Should().HaveCount(2);
    }

    [Fact]
    public async Task Two_within_a_second_are_two()
    {
        await KeepAsync("one");
        await KeepAsync("two");

        Store.All().Select(backup => File.ReadAllText(backup.File)).Should().BeEquivalentTo("one", "two");
    }

    [Fact]
    public async Task What_a_crash_has_left_is_swept_and_nothing_else()
    {
        var kept = await KeepAsync("content");
        var left = Store.Begin(_time.GetUtcNow(), "1.0.0");
        File.WriteAllText(left, "half");
        File.WriteAllText(left + ".partial-17", "half");
        File.WriteAllText(kept.File + ".sql-17", "half");
        File.WriteAllText(Path.Combine(Environment.Backups, "20260101T000009Z-1.0.0.json"), "{}");
        var somebodys = Path.Combine(Environment.Backups, "dump.tar");
        File.WriteAllText(somebodys, "kept");

        Store.Sweep();

        Directory
            .GetFiles(Environment.Backups)
            .Should()
            .BeEquivalentTo(kept.File, Path.ChangeExtension(kept.File, ".json"), somebodys);
    }

    [Fact]
    public async Task One_that_has_changed_since_is_refused()
    {
        var kept = await KeepAsync("content");
        await File.WriteAllTextAsync(kept.File, "c0ntent");

        var verifying = () => BackupStore.VerifyAsync(kept.File, kept.Manifest, CancellationToken.None);

        await verifying.Should().ThrowAsync<DeliveryException>().WithMessage("*is not the backup that was written*");
    }

    [Fact]
    public async Task Those_that_have_had_their_time_go_with_their_manifests()
    {
        for (var number = 0; number < 4; number++)
        {
            await KeepAsync($"{number}");
            _time.Advance(TimeSpan.FromDays(40));
        }

        Store.Expire(_time.GetUtcNow(), inFlightSince: null).Should().HaveCount(2);

        Store.All().Select(backup => File.ReadAllText(backup.File)).Should().Equal("3", "2");
        Directory.GetFiles(Environment.Backups).Should().HaveCount(4);
    }

    [Fact]
    public async Task It_is_found_as_last_by_its_name_and_by_its_path()
    {
        var kept = await KeepAsync("content");

        foreach (var named in (string[])["last", kept.Name, kept.File])
        {
            var (file, manifest) = Store.Find(named);
            file.Should().Be(kept.File);
            manifest.Should().BeEquivalentTo(kept.Manifest);
        }
    }

    [Fact]
    public async Task A_file_of_elsewhere_has_no_manifest_and_is_found_all_the_same()
    {
        await KeepAsync("content");
        var elsewhere = _directory.Write("elsewhere.dump", "other");

        Store.Find(elsewhere).Should().Be((elsewhere, null));
    }

    [Fact]
    public async Task What_is_not_there_is_an_error_that_says_what_is()
    {
        var finding = () => Store.Find("last");
        finding
            .Should()
            .Throw<DeliveryException>()
            .WithMessage("production has no backup. Make one: ./build.sh Backup*");

        var kept = await KeepAsync("content");
        finding = () => Store.Find("nothing");
        finding.Should().Throw<DeliveryException>().WithMessage($"There is no backup nothing. There are: {kept.Name}.");
    }

    [Fact]
    public async Task A_disk_that_is_full_leaves_the_older_ones_and_no_new_one()
    {
        var kept = await KeepAsync("content");
        var full = new BackupStore(
            new EnvironmentDirectory(Environment.Path, "production", new FullDisk(1)),
            new BackupPolicy(),
            _time
        );
        var aside = full.Begin(_time.GetUtcNow(), "2.0.0");
        await File.WriteAllTextAsync(aside, "content");

        var keeping = () => full.Keep(aside, kept.Manifest);

        keeping.Should().Throw<IOException>().WithMessage("*No space left on device*");
        full.Sweep();
        Store.All().Should().BeEquivalentTo([kept]);
        Directory.GetFiles(Environment.Backups).Should().HaveCount(2);
    }

    public void Dispose() => _directory.Dispose();

    async Task<Backup> KeepAsync(string content, string version = "1.0.0")
    {
        var aside = Store.Begin(_time.GetUtcNow(), version);
        await File.WriteAllTextAsync(aside, content);
        var (size, sha256) = await BackupStore.MeasureAsync(aside, CancellationToken.None);
        return Store.Keep(aside, new BackupManifest(_time.GetUtcNow(), Some.V1, "by hand", size, sha256, 1, []));
    }
}
