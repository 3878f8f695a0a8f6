using Slipway.Testing;
using Slipway.Workflows.Caching.Keys;
using Slipway.Workflows.Caching.Store;

namespace Slipway.Workflows.Tests.Caching.Store;

public sealed class CacheStoreTests : IDisposable
{
    readonly TempDirectory _directory = new();
    readonly ManualTime _time = new(TimeProvider.System.GetUtcNow());

    CacheStore Store => new(_directory["store"], _time);

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void What_was_kept_is_found_as_it_was()
    {
        var entry = Entries.Of("Lint");

        Store.Keep(entry, []).Should().BeNull();

        Store
            .Find(entry.Key, "Lint")
            .Should()
            .BeEquivalentTo(entry, options => options.Excluding(item => item.Findings));
        Store.Find(entry.Key, "Lint")!.Findings.ToArray().Should().Equal(entry.Findings.ToArray());
    }

    [Fact]
    public void What_it_was_made_of_is_remembered_for_the_target()
    {
        Ingredient[] ingredients = [new(IngredientKind.File, "a", "1"), new(IngredientKind.Parameter, "b", "2")];
        Store.Keep(Entries.Of("Lint"), ingredients);

        Store.Last("Lint").Should().Equal(ingredients);
        Store.Last("Scan").Should().BeNull();
    }

    [Fact]
    public void An_entry_of_which_any_byte_is_wrong_is_none()
    {
        var entry = Entries.Of("Lint");
        Store.Keep(entry, []);
        var file = Path.Combine(Store.EntriesDirectory, entry.Key.Text);
        var whole = File.ReadAllBytes(file);
        for (var i = 0; i < whole.Length; i++)
        {
            var damaged = whole.ToArray();
            damaged[i] ^= 1;
            File.WriteAllBytes(file, damaged);
            Store.Find(entry.Key, "Lint").Should().BeNull("byte {0}", i);
            File.WriteAllBytes(file, whole[..i]);
            Store.Find(entry.Key, "Lint").Should().BeNull("cut at {0}", i);
        }
    }

    [Fact]
    public void An_entry_of_another_version_is_none()
    {
        var entry = Entries.Of("Lint");
        CheckedFile.TryWrite(
            Path.Combine(Store.EntriesDirectory, entry.Key.Text),
            "slipway result 0",
            writer => EntryCodec.Write(writer, entry)
        );

        Store.Find(entry.Key, "Lint").Should().BeNull();
    }

    [Fact]
    public void An_entry_under_the_name_of_another_key_or_for_another_target_is_none()
    {
        var entry = Entries.Of("Lint");
        var other = Entries.KeyOf("Lint", "2");
        Store.Keep(entry, []);
        File.Copy(
            Path.Combine(Store.EntriesDirectory, entry.Key.Text),
            Path.Combine(Store.EntriesDirectory, other.Text)
        );

        Store.Find(other, "Lint").Should().BeNull();
        Store.Find(entry.Key, "Scan").Should().BeNull();
    }

    [Fact]
    public void A_store_in_a_place_that_is_no_directory_keeps_nothing_and_says_so()
    {
        _directory.Write("store", "a file");

        Store.Keep(Entries.Of("Lint"), []).Should().NotBeNull();
        Store.Find(Entries.KeyOf("Lint"), "Lint").Should().BeNull();
        FluentActions.Invoking(() => Store.Trim()).Should().NotThrow();
    }

    [Fact]
    public void What_was_used_longest_ago_goes_first()
    {
        var bound = Enumerable.Range(0, 3).Sum(number => Keep($"T{number}")) - 1;
        _time.Advance(TimeSpan.FromDays(1));
        Store.Find(Entries.KeyOf("T0"), "T0").Should().NotBeNull();

        new CacheStore(_directory["store"], _time, bound).Trim();

        Store.Find(Entries.KeyOf("T0"), "T0").Should().NotBeNull("it was used a moment ago");
        Store.Find(Entries.KeyOf("T1"), "T1").Should().BeNull();
        Store.Find(Entries.KeyOf("T2"), "T2").Should().NotBeNull();
    }

    [Fact]
    public void A_pack_goes_with_its_entry_and_not_before()
    {
        _directory.Write("out/a", "content");
        var entry = Entries.Kept(_directory.Path).Take(Entries.Of("Lint"), Store);
        Store.Keep(entry, []);
        _time.Advance(TimeSpan.FromDays(1));
        Store.Trim();
        Directory.GetFiles(Store.PacksDirectory).Should().HaveCount(1);

        Store.Forget(entry.Key);
        Store.Trim();

        Directory.GetFiles(Store.PacksDirectory).Should().BeEmpty();
    }

    [Fact]
    public void A_pack_whose_entry_another_build_is_about_to_write_stays()
    {
        _directory.Write("out/a", "content");
        var entry = Entries.Kept(_directory.Path).Take(Entries.Of("Lint"), Store);

        Store.Trim();

        File.Exists(Store.PackFile(entry.Pack)).Should().BeTrue();
    }

    [Fact]
    public void What_a_killed_build_left_is_swept_up_when_nobody_can_be_writing_it_any_more()
    {
        Store.Keep(Entries.Of("Lint"), []);
        var left = _directory.Write("store/packs/new.0.aside", "half");

        Store.Trim();
        File.Exists(left).Should().BeTrue("it may be under way");
        _time.Advance(TimeSpan.FromHours(2));
        Store.Trim();

        File.Exists(left).Should().BeFalse();
        Store.Find(Entries.KeyOf("Lint"), "Lint").Should().NotBeNull();
    }

    /// <returns>Its size; each one is older than the next.</returns>
    long Keep(string target)
    {
        var entry = Entries.Of(target);
        Store.Keep(entry, []);
        var file = new FileInfo(Path.Combine(Store.EntriesDirectory, entry.Key.Text));
        file.LastWriteTimeUtc = _time.GetUtcNow().UtcDateTime;
        _time.Advance(TimeSpan.FromMinutes(1));
        return file.Length;
    }
}
