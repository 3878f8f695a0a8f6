using System.Formats.Tar;
using FsCheck;
using FsCheck.Fluent;
using Slipway.Testing;

namespace Slipway.Images.Tests;

/// <summary>Layers that somebody made by hand, to reach out of the image.</summary>
public class HostileLayerTests
{
    [Theory]
    [InlineData("../outside")]
    [InlineData("app/../../outside")]
    [InlineData("app/..")]
    [InlineData("a\\..\\outside")]
    public void A_name_that_leads_upward_is_refused(string name) =>
        Refused([File(name)], $"*'{name}', which leads out of the image*");

    [Fact]
    public void An_absolute_name_is_below_the_root()
    {
        using var directory = new TempDirectory();

        Unpack(directory, [File("/app/x", "content")]);

        TestImage.Text(directory["run/rootfs/app/x"]).Should().Be("content");
    }

    [Theory]
    [InlineData("../../../etc")]
    [InlineData("..")]
    [InlineData("app/../..")]
    public void A_link_that_leads_outside_is_refused(string target) => Refused([Link("escape", target)], "*");

    [Fact]
    public void A_file_is_not_written_through_a_link_that_leads_outside() =>
        Refused([Link("escape", "../../outside"), File("escape/file")], "*leads out of the image*");

    [Fact]
    public void A_link_that_is_turned_outward_later_is_refused() =>
        Refused([Directory("d"), Link("x", "d/sub/../.."), Link("d/sub", "/")], "*");

    [Fact]
    public void An_absolute_link_means_the_images_root()
    {
        using var directory = new TempDirectory();
        var secret = directory.Write("outside", "secret");

        Unpack(directory, [File("etc/passwd", "image"), Link("app/link", "/etc/passwd"), Link("app/other", secret)]);

        TestImage.Text(directory["run/rootfs/app/link"]).Should().Be("image");
        new FileInfo(directory["run/rootfs/app/other"])
            .LinkTarget.Should()
            .Be($"..{secret}", "the file outside is not reached");
    }

    [Fact]
    public void A_file_below_a_linked_directory_goes_where_the_link_points()
    {
        using var directory = new TempDirectory();

        Unpack(directory, [Directory("usr/lib"), Link("lib", "usr/lib"), File("lib/x.so", "library")]);

        TestImage.Text(directory["run/rootfs/usr/lib/x.so"]).Should().Be("library");
        new FileInfo(directory["run/rootfs/lib"]).LinkTarget.Should().Be("usr/lib");
    }

    [Fact]
    public void Links_in_circles_are_refused() =>
        Refused([Link("a", "b"), Link("b", "a"), File("a/file")], "*lead in circles*");

    [Theory]
    [InlineData(TarEntryType.CharacterDevice)]
    [InlineData(TarEntryType.BlockDevice)]
    [InlineData(TarEntryType.Fifo)]
    public void A_device_is_refused(TarEntryType type) =>
        Refused([new PaxTarEntry(type, "dev/null")], $"*holds 'dev/null', a {type}*");

    [Fact]
    public void A_hard_link_becomes_a_copy()
    {
        using var directory = new TempDirectory();

        Unpack(directory, [File("app/a", "content"), HardLink("app/b", "app/a")]);

        TestImage.Text(directory["run/rootfs/app/b"]).Should().Be("content");
    }

    [Theory]
    [InlineData("../../outside")]
    [InlineData("app/none")]
    [InlineData("app/link")]
    public void A_hard_link_to_what_is_no_file_of_the_layer_is_refused(string target) =>
        Refused([Link("app/link", "/etc/passwd"), HardLink("app/b", target)], "*");

    [Fact]
    public void The_bits_that_raise_rights_are_dropped()
    {
        using var directory = new TempDirectory();
        var entry = File("su");
        entry.Mode = UnixFileMode.SetUser | UnixFileMode.UserExecute;

        Unpack(directory, [entry]);

        if (!OperatingSystem.IsWindows())
            Convert.ToString((int)System.IO.File.GetUnixFileMode(directory["run/rootfs/su"]), 8).Should().Be("555");
    }

    [Fact]
    public void A_later_entry_replaces_an_earlier_one()
    {
        using var directory = new TempDirectory();

        Unpack(
            directory,
            [File("a", "one"), File("a", "two"), Directory("d/e"), File("d", "y"), Link("l", "a"), Directory("l")]
        );

        TestImage.Text(directory["run/rootfs/a"]).Should().Be("two");
        TestImage.Text(directory["run/rootfs/d"]).Should().Be("y");
        new DirectoryInfo(directory["run/rootfs/l"]).LinkTarget.Should().BeNull();
    }

    [Fact]
    public void A_file_below_a_file_is_refused() => Refused([File("a"), File("a/b")], "*'a/b' below a file*");

    [Fact]
    public void A_whiteout_hides_what_lies_below()
    {
        using var directory = new TempDirectory();

        Unpack(
            directory,
            [File("app/old"), File("app/kept"), File("app/dir/x")],
            [File("app/.wh.old"), File("app/.wh.dir"), File("app/.wh.never")]
        );

        Names(directory).Should().Equal("app", "app/kept");
    }

    [Fact]
    public void A_whiteout_leaves_its_own_layers_files()
    {
        using var directory = new TempDirectory();

        Unpack(directory, [File("app/a", "one")], [File("app/a", "two"), File("app/.wh.a")]);

        TestImage.Text(directory["run/rootfs/app/a"]).Should().Be("two");
    }

    [Fact]
    public void An_opaque_whiteout_hides_all_that_lies_below_in_its_directory()
    {
        using var directory = new TempDirectory();

        Unpack(
            directory,
            [File("app/a"), File("app/sub/b"), File("other")],
            [File("app/new"), File("app/.wh..wh..opq"), File("none/.wh..wh..opq")]
        );

        Names(directory).Should().Equal("app", "app/new", "other");
    }

    [Theory]
    [InlineData("app/.wh.")]
    [InlineData("app/.wh...")]
    public void A_whiteout_of_nothing_is_refused(string name) =>
        Refused([File("app/a")], [File(name)], "*names nothing*");

    [Fact]
    public void A_layer_that_is_no_archive_is_refused()
    {
        using var directory = new TempDirectory();
        var image = TestImage.FromLayers(directory["layout"], Enumerable.Repeat((byte)'x', 2048).ToArray());

        Failing(directory, image).Should().Throw<ImageException>().WithMessage("*no tar archive*");
    }

    [Fact]
    public void Any_bytes_in_a_layer_unpack_or_are_refused_and_never_leave_the_directory() =>
        Prop.ForAll(
                Gen.Zip(Gen.Choose(0, 3 * 512), Gen.Choose(0, 255)).ToArbitrary(),
                change =>
                {
                    using var directory = new TempDirectory();
                    var tar = Tar([File("app/a", "one"), Link("app/l", "a"), File("app/b", "two")]);
                    tar[change.Item1] = (byte)change.Item2;
                    var image = TestImage.FromLayers(directory["layout"], tar);
                    try
                    {
                        Unpack(directory, image);
                    }
                    catch (ImageException)
                    {
                        System.IO.Directory.Exists(directory["run"]).Should().BeFalse();
                    }

                    System
                        .IO.Directory.GetFileSystemEntries(directory.Path)
                        .Select(Path.GetFileName)
                        .Should()
                        .BeSubsetOf(["layout", "store", "run"]);
                }
            )
            .QuickCheckThrowOnFailure();

    static GnuTarEntry File(string name, string content = "") =>
        new(TarEntryType.RegularFile, name)
        {
            DataStream = new MemoryStream([.. content.Select(letter => (byte)letter)]),
        };

    static GnuTarEntry Directory(string name) => new(TarEntryType.Directory, name);

    static GnuTarEntry Link(string name, string target) => new(TarEntryType.SymbolicLink, name) { LinkName = target };

    static GnuTarEntry HardLink(string name, string target) => new(TarEntryType.HardLink, name) { LinkName = target };

    static byte[] Tar(IEnumerable<TarEntry> entries)
    {
        using var archive = new MemoryStream();
        using (var writer = new TarWriter(archive, TarEntryFormat.Gnu, leaveOpen: true))
        {
            foreach (var entry in entries)
                writer.WriteEntry(entry);
        }

        return archive.ToArray();
    }

    static IEnumerable<string> Names(TempDirectory directory) =>
        DirectoryTree.Entries(directory["run/rootfs"]).Select(entry => entry.Name);

    static void Unpack(TempDirectory directory, params TarEntry[][] layers) =>
        Unpack(directory, TestImage.FromLayers(directory["layout"], [.. layers.Select(Tar)]));

    static void Unpack(TempDirectory directory, Descriptor image)
    {
        var store = new OciStore(directory["store"]);
        store.Push(directory["layout"], TestImage.Reference);
        store.Unpack(image.Digest, directory["run"]);
    }

    static Action Failing(TempDirectory directory, Descriptor image) => () => Unpack(directory, image);

    static void Refused(TarEntry[] layer, string message) => Refused([layer], message);

    static void Refused(TarEntry[] below, TarEntry[] above, string message) => Refused([below, above], message);

    static void Refused(TarEntry[][] layers, string message)
    {
        using var directory = new TempDirectory();
        var image = TestImage.FromLayers(directory["layout"], [.. layers.Select(Tar)]);

        Failing(directory, image).Should().Throw<ImageException>().WithMessage(message);

        System
            .IO.Directory.GetFileSystemEntries(directory.Path)
            .Select(Path.GetFileName)
            .Should()
            .BeEquivalentTo("layout", "store");
    }
}
