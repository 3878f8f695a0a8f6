using Slipway.Testing;

namespace Slipway.Images.Tests;

public class UnpackTests
{
    [Fact]
    public void The_tree_is_the_published_directory()
    {
        using var directory = new TempDirectory();
        var (store, digest) = Push(directory);

        var image = store.Unpack(digest, directory["run"]);

        var published = directory["publish-layout"];
        var app = Path.Combine(image.Root, "app");
        DirectoryTree
            .Entries(app)
            .Select(entry => entry.Name)
            .Should()
            .Equal(DirectoryTree.Entries(published).Select(entry => entry.Name));
        foreach (var (name, info) in DirectoryTree.Entries(app).Where(entry => entry.Info is FileInfo))
        {
            File.ReadAllBytes(info.FullName).Should().Equal(File.ReadAllBytes(Path.Combine(published, name)));
            info.LastWriteTimeUtc.Should().Be(TestImage.CommitTime.UtcDateTime);
        }
    }

    [SkippableFact]
    public void Files_are_read_only_and_programs_executable()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no modes.");
        using var directory = new TempDirectory();
        var (store, digest) = Push(directory);

        var image = store.Unpack(digest, directory["run"]);

#pragma warning disable CA1416 // Not on Windows: skipped above.
        Convert.ToString((int)File.GetUnixFileMode(image.HostPath("/app/Gallery")), 8).Should().Be("555");
        Convert.ToString((int)File.GetUnixFileMode(image.HostPath("/app/Gallery.dll")), 8).Should().Be("444");
        Convert.ToString((int)File.GetUnixFileMode(image.HostPath("/app")), 8).Should().Be("755");
#pragma warning restore CA1416
    }

    [Fact]
    public void The_command_and_the_working_directory_are_paths_of_this_machine()
    {
        using var directory = new TempDirectory();
        var (store, digest) = Push(directory);

        var image = store.Unpack(digest, directory["run"]);

        image.WorkingDirectory.Should().Be(directory["run/rootfs/app"]);
        image.Command.Should().Equal(directory["run/rootfs/app/Gallery"], "serve");
        image.Invoking(one => one.HostPath("/../etc/passwd")).Should().Throw<ImageException>();
    }

    [Fact]
    public void A_program_from_the_search_path_stays_as_it_is()
    {
        using var directory = new TempDirectory();
        var spec = TestImage.Spec(TestImage.Publish(directory)) with { Entrypoint = ["dotnet", "Gallery.dll"] };
        var built = ImageBuilder.Build(spec, directory["layout"]);
        var store = new OciStore(directory["store"]);
        store.Push(directory["layout"], TestImage.Reference);

        store.Unpack(built.Digest, directory["run"]).Command.Should().Equal("dotnet", "Gallery.dll");
    }

    [Fact]
    public void An_intact_tree_is_used_as_it_is()
    {
        using var directory = new TempDirectory();
        var (store, digest) = Push(directory);
        store.Unpack(digest, directory["run"]);
        var marker = File.GetLastWriteTimeUtc(directory["run/unpacked.json"]);
        // Proof that nothing is unpacked: without its layer it could not be.
        File.Delete(LayerPath(directory));

        store.Unpack(digest, directory["run"]).Digest.Should().Be(digest);

        File.GetLastWriteTimeUtc(directory["run/unpacked.json"]).Should().Be(marker);
    }

    [Theory]
    [InlineData("changed")]
    [InlineData("added")]
    [InlineData("removed")]
    [InlineData("marker")]
    [InlineData("all")]
    public void An_altered_tree_is_moved_aside_and_unpacked_anew(string how)
    {
        using var directory = new TempDirectory();
        var (store, digest) = Push(directory);
        var image = store.Unpack(digest, directory["run"]);
        Alter(image, directory, how);

        store.Unpack(digest, directory["run"]);

        TestImage.Text(image.HostPath("/app/Gallery.dll")).Should().Be("assembly one");
        File.Exists(image.HostPath("/app/added.txt")).Should().BeFalse();
        Directory.Exists(directory["run.altered-1"]).Should().BeTrue("nobody's data is deleted");
    }

    [Fact]
    public void Another_image_in_the_same_place_moves_the_first_aside()
    {
        using var directory = new TempDirectory();
        var (store, first) = Push(directory);
        var second = TestImage.Build(directory, "second", "two");
        store.Push(directory["second"], TestImage.Reference);
        store.Unpack(first, directory["run"]);

        var image = store.Unpack(second.Digest, directory["run"]);

        TestImage.Text(image.HostPath("/app/Gallery.dll")).Should().Be("assembly two");
        TestImage.Text(directory["run.altered-1/rootfs/app/Gallery.dll"]).Should().Be("assembly one");
    }

    [Fact]
    public void What_a_killed_run_left_is_removed_by_the_next()
    {
        using var directory = new TempDirectory();
        var (store, digest) = Push(directory);
        directory.Write("run.tmp-0123/rootfs/app/half", "half a file");

        store.Unpack(digest, directory["run"]);

        Directory.GetDirectories(directory.Path, "run*").Should().Equal(directory["run"]);
    }

    [Fact]
    public void Unpacking_at_once_gives_one_tree()
    {
        using var directory = new TempDirectory();
        var (_, digest) = Push(directory);

        Parallel.For(0, 6, _ => new OciStore(directory["store"]).Unpack(digest, directory["run"]));

        Directory.GetDirectories(directory.Path, "run*").Should().Equal(directory["run"]);
        TestImage.Text(directory["run/rootfs/app/Gallery.dll"]).Should().Be("assembly one");
    }

    [Fact]
    public void A_compressed_layer_unpacks_to_the_same_tree()
    {
        using var directory = new TempDirectory();
        var (store, digest) = Push(directory);
        var spec = TestImage.Spec(directory["publish-layout"]) with { Compression = LayerCompression.Gzip };
        var zipped = ImageBuilder.Build(spec, directory["zipped"]);
        store.Push(directory["zipped"], TestImage.Reference.WithTag("zipped"));

        var plainTree = TreeDigest.Of(store.Unpack(digest, directory["a"]).Root, CancellationToken.None);

        TreeDigest.Of(store.Unpack(zipped.Digest, directory["b"]).Root, CancellationToken.None).Should().Be(plainTree);
        Directory.GetFiles(directory["b"]).Should().Equal(directory["b/unpacked.json"]);
    }

    [Fact]
    public void A_cancelled_run_leaves_nothing()
    {
        using var directory = new TempDirectory();
        var (store, digest) = Push(directory);

        store
            .Invoking(_ => store.Unpack(digest, directory["run"], new CancellationToken(canceled: true)))
            .Should()
            .Throw<OperationCanceledException>();

        Directory.GetDirectories(directory.Path, "run*").Should().BeEmpty();
    }

    static (OciStore Store, Digest Digest) Push(TempDirectory directory)
    {
        var image = TestImage.Build(directory);
        var store = new OciStore(directory["store"]);
        store.Push(directory["layout"], TestImage.Reference);
        return (store, image.Digest);
    }

    static string LayerPath(TempDirectory directory)
    {
        var store = OciLayout.Open(directory["store"]);
        return store.BlobPath(store.ReadManifest(store.FindManifest()).Layers[0].Digest);
    }

    static void Alter(UnpackedImage image, TempDirectory directory, string how)
    {
        var assembly = image.HostPath("/app/Gallery.dll");
        if (how is "changed" or "removed")
            File.Delete(assembly);
        if (how is "changed")
            File.WriteAllText(assembly, "assembly two");
        if (how is "added")
            File.WriteAllText(image.HostPath("/app/added.txt"), "");
        if (how is "all")
            Directory.Delete(image.Root, recursive: true);
        if (how is "marker")
            File.WriteAllText(directory["run/unpacked.json"], "{");
    }
}
