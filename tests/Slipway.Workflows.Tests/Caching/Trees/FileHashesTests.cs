using Slipway.Testing;
using Slipway.Workflows.Caching.Trees;

namespace Slipway.Workflows.Tests.Caching.Trees;

public sealed class FileHashesTests : IDisposable
{
    static readonly TimeSpan Later = TimeSpan.FromHours(1);

    readonly TempDirectory _directory = new();
    readonly ManualTime _time = new(TimeProvider.System.GetUtcNow() + Later);

    string Memory => _directory["memory"];

    public void Dispose() => _directory.Dispose();

    [SkippableFact]
    public void An_unchanged_file_is_read_once()
    {
        SkipWithoutStamps();
        var file = _directory.Write("a", "content");
        var (first, _) = Hash(file);

        var (again, read) = Hash(file);

        again.Should().Be(first);
        read.Should().Be(0);
    }

    [SkippableFact]
    public void A_form_of_an_unchanged_file_is_read_once_and_is_not_the_file()
    {
        SkipWithoutStamps();
        var file = _directory.Write("a", "content");
        Form(file, "one").Should().Be(("one 7", 1));

        Form(file, "one").Should().Be(("one 7", 0));

        Form(file, "other").Should().Be(("other 7", 1));
        Hash(file).Value.Should().StartWith("file ");
        File.WriteAllText(file, "changed!");
        Form(file, "one").Should().Be(("one 8", 1));
    }

    [Fact]
    public void A_change_of_the_same_length_and_time_is_seen()
    {
        var file = _directory.Write("a", "one");
        var time = File.GetLastWriteTimeUtc(file);
        var (first, _) = Hash(file);
        File.WriteAllText(file, "two");
        File.SetLastWriteTimeUtc(file, time);

        Hash(file).Value.Should().NotBe(first);
    }

    [Fact]
    public void Another_file_under_the_same_name_is_seen()
    {
        var file = _directory.Write("a", "one");
        var other = _directory.Write("b", "two");
        File.SetLastWriteTimeUtc(other, File.GetLastWriteTimeUtc(file));
        var (first, _) = Hash(file);
        File.Move(other, file, overwrite: true);

        Hash(file).Value.Should().NotBe(first);
    }

    [Fact]
    public void A_file_that_was_just_written_is_read_again()
    {
        var file = _directory.Write("a", "content");
        var now = new ManualTime(TimeProvider.System.GetUtcNow());
        var first = new FileHashes(Memory, now);
        first.Of(file);
        first.Save();

        Hash(file).Read.Should().Be(1);
    }

    [Fact]
    public void A_memory_of_which_any_byte_is_wrong_is_none()
    {
        var file = _directory.Write("a", "content");
        var (value, _) = Hash(file);
        var whole = File.Exists(Memory) ? File.ReadAllBytes(Memory) : [];
        for (var i = 0; i < whole.Length; i++)
        {
            var damaged = whole.ToArray();
            damaged[i] ^= 1;
            File.WriteAllBytes(Memory, damaged);
            new FileHashes(Memory, _time).Of(file).Should().Be(value);
        }
    }

    [Fact]
    public void A_memory_that_cannot_be_written_is_done_without()
    {
        var file = _directory.Write("a", "content");
        Directory.CreateDirectory(Memory);

        FluentActions.Invoking(() => Hash(file)).Should().NotThrow();
    }

    [Fact]
    public void A_file_that_is_not_there_has_a_value_too() => Hash(_directory["none"]).Value.Should().Be("missing");

    (string Value, int Read) Hash(string file)
    {
        var hashes = new FileHashes(Memory, _time);
        var value = hashes.Of(file);
        hashes.Save();
        return (value, hashes.Read);
    }

    (string Value, int Read) Form(string file, string form)
    {
        var hashes = new FileHashes(Memory, _time);
        var value = hashes.OfForm(file, form, content => $"{form} {content.Length}");
        hashes.Save();
        return (value, hashes.Read);
    }

    static void SkipWithoutStamps() => Skip.IfNot(OperatingSystem.IsLinux(), "Stamps are there on Linux alone.");
}
