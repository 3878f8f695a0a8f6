using System.Runtime.Versioning;
using Slipway.Testing;
using Slipway.Workflows.Caching.Store;

namespace Slipway.Workflows.Tests.Caching.Store;

[UnsupportedOSPlatform("windows")]
public sealed class OutputFilesTests : IDisposable
{
    readonly TempDirectory _directory = new();

    CacheStore Store => new(_directory["store"], TimeProvider.System);

    string Root => _directory["root"];

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void What_was_deleted_changed_or_added_is_as_it_was_again()
    {
        Write("out/deleted", "1");
        Write("out/deep/changed", "2");
        var entry = Take();
        File.Delete(Full("out/deleted"));
        Write("out/deep/changed", "by hand");
        Write("out/added", "3");
        Write("beside", "4");

        Restore(entry).Should().BeNull();

        Read("out/deleted").Should().Be("1");
        Read("out/deep/changed").Should().Be("2");
        File.Exists(Full("out/added")).Should().BeFalse();
        Read("beside").Should().Be("4");
    }

    [Fact]
    public async Task Builds_that_put_back_the_same_at_once_do_not_disturb_each_other_nor_who_reads_it()
    {
        const int Files = 20;
        const int Builds = 4;
        const string Former = "by hand";
        var whole = new string('w', 100_000);
        var paths = Enumerable.Range(0, Files).Select(file => $"out/{file:00}").ToList();
        paths.ForEach(path => Write(path, whole));
        var entry = Take();
        paths.ForEach(path => Write(path, Former));
        Write("out/added", Former);
        var isOver = false;
        using var together = new Barrier(Builds);

        var reader = OnThread(() =>
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            while (!Volatile.Read(ref isOver))
                seen.UnionWith(paths.Select(Read));
            return seen;
        });
        var obstacles = await Task.WhenAll(
            Enumerable
                .Range(0, Builds)
                .Select(_ =>
                    OnThread(() =>
                    {
                        together.SignalAndWait();
                        return Restore(entry);
                    })
                )
        );
        Volatile.Write(ref isOver, true);

        obstacles.Should().AllSatisfy(obstacle => obstacle.Should().BeNull());
        paths.Select(Read).Should().AllBeEquivalentTo(whole);
        Directory.GetFiles(Full("out")).Should().HaveCount(Files);
        (await reader).Should().BeSubsetOf([Former, whole]);
    }

    [Fact]
    public void What_another_build_is_about_to_put_back_stays_and_is_not_taken()
    {
        Write("out/a", "1");
        Write("out/b.0123.aside", "half");
        var entry = Take();

        Restore(entry).Should().BeNull();

        entry.Kept.Should().ContainSingle();
        Read("out/b.0123.aside").Should().Be("half");
    }

    [Fact]
    public void A_checkout_that_never_had_them_has_them()
    {
        Write("out/a", "1");
        var entry = Take();
        var other = _directory["other"];
        Directory.CreateDirectory(other);

        Entries.Kept(other).Restore(entry, Store, Entries.Hashes).Should().BeNull();

        File.ReadAllText(Path.Combine(other, "out/a")).Should().Be("1");
    }

    [Fact]
    public void What_can_be_executed_still_can()
    {
        Write("out/tool", "1");
        File.SetUnixFileMode(Full("out/tool"), File.GetUnixFileMode(Full("out/tool")) | UnixFileMode.UserExecute);
        var entry = Take();
        File.Delete(Full("out/tool"));

        Restore(entry).Should().BeNull();

        File.GetUnixFileMode(Full("out/tool")).Should().HaveFlag(UnixFileMode.UserExecute);
    }

    [Fact]
    public void A_file_that_names_its_checkout_names_the_other_one_there()
    {
        Write("out/coverage.xml", $"<source>{Root}/src</source>");
        var entry = Take();
        var other = _directory["elsewhere"];
        Directory.CreateDirectory(other);

        Entries.Kept(other).Restore(entry, Store, Entries.Hashes).Should().BeNull();
        Restore(entry).Should().BeNull();

        File.ReadAllText(Path.Combine(other, "out/coverage.xml")).Should().Be($"<source>{other}/src</source>");
        Read("out/coverage.xml").Should().Be($"<source>{Root}/src</source>");
    }

    [Fact]
    public void A_pack_of_which_any_byte_is_wrong_puts_nothing_back_and_is_forgotten()
    {
        Write("out/a", "content");
        var whole = File.ReadAllBytes(Store.PackFile(Take().Pack));
        File.Delete(Full("out/a"));
        for (var i = 0; i < whole.Length; i++)
        {
            Write("out/a", "content");
            var entry = Take();
            File.Delete(Full("out/a"));
            var damaged = whole.ToArray();
            damaged[i] ^= 1;
            File.WriteAllBytes(Store.PackFile(entry.Pack), i % 2 == 0 ? damaged : whole[..i]);

            Restore(entry).Should().Contain("cannot be put back");

            Directory.GetFiles(Full("out")).Should().BeEmpty();
            Store.Find(entry.Key, entry.Target).Should().BeNull();
        }
    }

    [Fact]
    public void A_damaged_pack_is_whole_again_when_its_target_has_run_again()
    {
        Write("out/a", "content");
        File.WriteAllText(Store.PackFile(Take().Pack), "damaged");
        var entry = Take();
        File.Delete(Full("out/a"));

        Restore(entry).Should().BeNull();

        Read("out/a").Should().Be("content");
    }

    [Fact]
    public void A_pack_that_is_gone_puts_nothing_back()
    {
        Write("out/a", "content");
        var entry = Take();
        File.Delete(Store.PackFile(entry.Pack));

        Restore(entry).Should().BeNull("nothing is missing in the checkout");
        File.Delete(Full("out/a"));
        Restore(entry).Should().Contain("cannot be put back");
    }

    [SkippableFact]
    public void Files_that_are_only_looked_for_must_be_there_as_they_were_left()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Stamps are there on Linux alone.");
        Write("out/a", "1");
        Write("out/b", "1");
        var outputs = Entries.Left(Root);
        var entry = outputs.Take(Entries.Of("Compile"), Store);
        string? Obstacle() => outputs.Restore(entry, Store, Entries.Hashes);

        Obstacle().Should().BeNull();
        Write("out/c", "1");
        Obstacle().Should().Be("out/c was added to what it left");
        File.Delete(Full("out/c"));
        var time = File.GetLastWriteTimeUtc(Full("out/b"));
        Write("out/b", "2");
        File.SetLastWriteTimeUtc(Full("out/b"), time);
        Obstacle().Should().Be("out/b is not as it left it");
        File.Delete(Full("out/b"));
        Obstacle().Should().Be("out/b, which it left, is gone");
    }

    [Fact]
    public void A_target_that_left_nothing_where_something_was_expected_is_never_known_to_be_done()
    {
        Directory.CreateDirectory(Root);
        var outputs = Entries.Left(Root);
        var entry = outputs.Take(Entries.Of("Compile"), Store);

        outputs.Restore(entry, Store, Entries.Hashes).Should().NotBeNull();
    }

    CacheEntry Take()
    {
        var entry = Entries.Kept(Root).Take(Entries.Of("Test"), Store);
        Store.Keep(entry, []).Should().BeNull();
        return entry;
    }

    string? Restore(CacheEntry entry) => Entries.Kept(Root).Restore(entry, Store, Entries.Hashes);

    /// <summary>One of its own: those of the pool come one after another.</summary>
    static Task<T> OnThread<T>(Func<T> work) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    void Write(string path, string content) => _directory.Write(Full(path), content);

    string Read(string path) => File.ReadAllText(Full(path));

    string Full(string path) => Path.Combine(Root, path);
}
