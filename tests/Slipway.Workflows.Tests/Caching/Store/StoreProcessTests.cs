using System.Diagnostics;
using System.Globalization;
using Slipway.Testing;
using Slipway.Workflows.Caching.Store;

namespace Slipway.Workflows.Tests.Caching.Store;

/// <summary>Several builds on one store, builds that die, and a disk without room.</summary>
public sealed class StoreProcessTests : IDisposable
{
    readonly TempDirectory _directory = new();

    CacheStore Store => new(_directory["store"], TimeProvider.System);

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Two_builds_keep_the_same_and_other_results_at_once_and_lose_nothing()
    {
        var results = await Task.WhenAll(Run("one", "Same", 40), Run("two", "Same", 40), Run("three", "Other", 40));

        results.Select(result => (result.ExitCode, result.Error)).Should().AllBeEquivalentTo((0, ""));
        for (var round = 0; round < 8; round++)
        {
            ShouldBeWhole("Same", round);
            ShouldBeWhole("Other", round);
        }
    }

    [Fact]
    public async Task A_build_killed_at_any_moment_leaves_whole_results_or_none()
    {
        for (var kill = 0; kill < 6; kill++)
        {
            await KillAfterAsync(lines: 1 + (3 * kill));
            for (var round = 0; round < 8; round++)
            {
                if (Store.Find(Entries.KeyOf(Name("Killed", round)), Name("Killed", round)) is not null)
                    ShouldBeWhole("Killed", round);
            }

            (await Run("after", "Killed", 8)).ExitCode.Should().Be(0);
            ShouldBeWhole("Killed", 7);
        }
    }

    [SkippableFact]
    public async Task A_full_disk_keeps_nothing_says_so_and_leaves_what_was_kept()
    {
        await using var disk = await SmallDisk.MountAsync(_directory["store"], megabytes: 1);
        _directory.Write("root/out/a", "content");
        var outputs = Entries.Kept(_directory["root"]);
        var entry = outputs.Take(Entries.Of("Before"), Store);
        Store.Keep(entry, []).Should().BeNull();
        disk.Fill();
        _directory.Write("root/out/a", new string('x', 100_000));

        FluentActions.Invoking(() => outputs.Take(Entries.Of("After"), Store)).Should().Throw<IOException>();
        Store.Keep(Entries.Of("After"), []).Should().NotBeNull();

        Store.Find(Entries.KeyOf("After"), "After").Should().BeNull();
        outputs.Restore(Store.Find(entry.Key, "Before")!, Store, Entries.Hashes).Should().BeNull();
        (await File.ReadAllTextAsync(_directory["root/out/a"])).Should().Be("content");
        Directory
            .EnumerateFiles(_directory["store"], $"*{AsideFile.Suffix}", SearchOption.AllDirectories)
            .Should()
            .BeEmpty();
    }

    [SkippableFact]
    public async Task A_store_that_can_only_be_read_is_read_and_says_what_it_does_not_keep()
    {
        await using var disk = await SmallDisk.MountAsync(_directory["store"], megabytes: 1);
        _directory.Write("root/out/a", "content");
        var outputs = Entries.Kept(_directory["root"]);
        Store.Keep(outputs.Take(Entries.Of("Before"), Store), []).Should().BeNull();
        Store.Keep(Entries.Of("Beside"), []).Should().BeNull();
        await disk.MakeReadOnlyAsync();
        File.Delete(_directory["root/out/a"]);
        // Later, when it would be said of the files that they are in use; and with room for one of the two only.
        var later = new ManualTime(TimeProvider.System.GetUtcNow().AddDays(1));
        var store = new CacheStore(_directory["store"], later, bound: 1);

        var entry = store.Find(Entries.KeyOf("Before"), "Before")!;
        outputs.Restore(entry, store, Entries.Hashes).Should().BeNull();
        (await File.ReadAllTextAsync(_directory["root/out/a"])).Should().Be("content");

        FluentActions.Invoking(() => outputs.Take(Entries.Of("After"), store)).Should().Throw<IOException>();
        store.Keep(Entries.Of("After"), []).Should().Contain("Read-only");
        FluentActions.Invoking(() => store.Forget(entry.Key)).Should().NotThrow();
        FluentActions.Invoking(() => store.Trim()).Should().NotThrow();
        store.Find(Entries.KeyOf("Before"), "Before").Should().NotBeNull();
    }

    void ShouldBeWhole(string target, int round)
    {
        var entry = Store.Find(Entries.KeyOf(Name(target, round)), Name(target, round));
        var checkout = _directory[$"checkout-{Guid.NewGuid():N}"];
        Directory.CreateDirectory(checkout);

        entry.Should().NotBeNull();
        Entries.Kept(checkout).Restore(entry!, Store, Entries.Hashes).Should().BeNull();
        File.ReadAllText(Path.Combine(checkout, "out", "file")).Should().Be(StoreProcess.ContentOf(round));
    }

    static string Name(string target, int round) => string.Create(CultureInfo.InvariantCulture, $"{target}{round}");

    static string DotNet => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    Task<CommandResult> Run(string checkout, string target, int rounds) =>
        CommandLine.RunAsync(DotNet, Arguments(checkout, target, rounds));

    string[] Arguments(string checkout, string target, int rounds) =>
        [
            typeof(StoreProcessTests).Assembly.Location,
            "keep",
            _directory["store"],
            _directory[checkout],
            target,
            rounds.ToString(CultureInfo.InvariantCulture),
        ];

    /// <summary>Kills the program, without any warning, once it has said this many lines.</summary>
    async Task KillAfterAsync(int lines)
    {
        using var process = Process.Start(
            new ProcessStartInfo(DotNet, Arguments("killed", "Killed", 1_000_000))
            {
                RedirectStandardOutput = true,
                UseShellExecute = false,
            }
        )!;
        for (var line = 0; line < lines; line++)
            (await process.StandardOutput.ReadLineAsync()).Should().NotBeNull();
        process.Kill();
        await process.WaitForExitAsync();
    }
}
