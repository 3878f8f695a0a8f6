using System.Formats.Tar;
using FsCheck;
using FsCheck.Fluent;
using Slipway.Testing;

namespace Slipway.Images.Tests;

public class TarLayerTests
{
    [Fact]
    public void Entries_are_sorted_with_their_parents_before_them()
    {
        using var directory = new TempDirectory();

        var names = Read(Pack(TestImage.Publish(directory), "/srv/app")).Select(entry => entry.Name);

        names
            .Should()
            .Equal(
                "srv/",
                "srv/app/",
                "srv/app/.hidden/",
                "srv/app/.hidden/settings.json",
                "srv/app/Gallery",
                "srv/app/Gallery.dll",
                "srv/app/libnative.so",
                "srv/app/run.sh",
                "srv/app/wwwroot/",
                "srv/app/wwwroot/css/",
                "srv/app/wwwroot/css/site.css"
            );
    }

    [Fact]
    public void Programs_and_scripts_are_executable_and_libraries_and_assemblies_are_not()
    {
        using var directory = new TempDirectory();

        var executable = Read(Pack(TestImage.Publish(directory)))
            .Where(entry => entry.EntryType == TarEntryType.RegularFile)
            .Where(entry => (entry.Mode & UnixFileMode.UserExecute) != UnixFileMode.None)
            .Select(entry => entry.Name);

        executable.Should().Equal("app/Gallery", "app/run.sh");
    }

    [Fact]
    public void Time_owner_and_modes_are_fixed()
    {
        using var directory = new TempDirectory();

        foreach (var entry in Read(Pack(TestImage.Publish(directory))))
        {
            entry.ModificationTime.Should().Be(TestImage.CommitTime);
            (entry.Uid, entry.Gid).Should().Be((0, 0));
            ((GnuTarEntry)entry).UserName.Should().BeEmpty();
            ((GnuTarEntry)entry).GroupName.Should().BeEmpty();
            Convert.ToString((int)entry.Mode, 8).Should().BeOneOf("644", "755");
        }
    }

    [Fact]
    public void The_order_times_and_modes_of_the_disk_do_not_show() =>
        Prop.ForAll(
                Trees().ToArbitrary(),
                tree =>
                {
                    using var directory = new TempDirectory();
                    Write(directory, "left", tree.Files, DateTime.UnixEpoch, UnixFileMode.UserRead);
                    Write(
                        directory,
                        "right",
                        tree.Shuffled,
                        DateTime.UnixEpoch.AddYears(9),
                        (UnixFileMode)0b111_111_111
                    );
                    return Pack(directory["left"]).SequenceEqual(Pack(directory["right"]));
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Another_content_name_or_time_makes_another_layer()
    {
        using var directory = new TempDirectory();
        var content = TestImage.Publish(directory);
        var before = Pack(content);

        Pack(content, time: TestImage.CommitTime.AddSeconds(1)).Should().NotEqual(before);
        Pack(content, "/app2").Should().NotEqual(before);
        Directory.CreateDirectory(Path.Combine(content, "empty"));
        Pack(content).Should().NotEqual(before);
    }

    [Fact]
    public void Fractions_of_a_second_do_not_show()
    {
        using var directory = new TempDirectory();
        var content = TestImage.Publish(directory);

        Pack(content, time: TestImage.CommitTime.AddMilliseconds(400)).Should().Equal(Pack(content));
    }

    [Fact]
    public void Long_and_foreign_names_survive()
    {
        using var directory = new TempDirectory();
        var name = string.Join('/', Enumerable.Repeat("a-rather-long-directory-name", 10)) + "/Grüße-画像.txt";
        directory.Write("long/" + name, "x");

        var last = Read(Pack(directory["long"])).Last();

        last.Name.Should().Be("app/" + name);
        Pack(directory["long"]).Should().Equal(Pack(directory["long"]));
    }

    [Fact]
    public void A_link_is_refused()
    {
        using var directory = new TempDirectory();
        var content = TestImage.Publish(directory);
        File.CreateSymbolicLink(Path.Combine(content, "passwd"), "/etc/passwd");

        FluentActions
            .Invoking(() => Pack(content))
            .Should()
            .Throw<ImageException>()
            .WithMessage("*passwd is a link to '/etc/passwd'*");
    }

    [Fact]
    public void An_empty_or_missing_directory_is_refused()
    {
        using var directory = new TempDirectory();
        Directory.CreateDirectory(directory["empty/below"]);

        FluentActions
            .Invoking(() => Pack(directory["empty"]))
            .Should()
            .Throw<ImageException>()
            .WithMessage("*no file*");
        FluentActions
            .Invoking(() => Pack(directory["none"]))
            .Should()
            .Throw<ImageException>()
            .WithMessage("*not there*");
    }

    static byte[] Pack(string content, string place = "/app", DateTimeOffset? time = null)
    {
        using var tar = new MemoryStream();
        TarLayer.Write(content, place, time ?? TestImage.CommitTime, tar, CancellationToken.None);
        return tar.ToArray();
    }

    static List<TarEntry> Read(byte[] tar)
    {
        using var reader = new TarReader(new MemoryStream(tar));
        var entries = new List<TarEntry>();
        while (reader.GetNextEntry(copyData: true) is { } entry)
            entries.Add(entry);
        return entries;
    }

    static void Write(
        TempDirectory directory,
        string root,
        IEnumerable<(string Name, byte[] Content)> files,
        DateTime time,
        UnixFileMode mode
    )
    {
        foreach (var (name, content) in files)
        {
            var path = directory[$"{root}/{name}"];
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, content);
            File.SetLastWriteTimeUtc(path, time);
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(path, mode);
        }
    }

    sealed record Tree((string Name, byte[] Content)[] Files, (string Name, byte[] Content)[] Shuffled);

    static Gen<Tree> Trees()
    {
        var file =
            from depth in Gen.Choose(0, 3)
            from parts in Gen.ListOf(Gen.Elements("d", "d-e", "D", "é", "d.e", ".d"), depth)
            from name in Gen.Elements("f1", "F1", "f-1", "ü", "f.so", "f_")
            from content in ArbMap.Default.GeneratorFor<byte[]>()
            select (string.Join('/', parts.Append(name)), content);
        return from files in Gen.NonEmptyListOf(file)
            let distinct = files.DistinctBy(one => one.Item1, StringComparer.Ordinal).Take(12).ToArray()
            from shuffled in Gen.Shuffle(distinct)
            select new Tree(distinct, shuffled);
    }
}
