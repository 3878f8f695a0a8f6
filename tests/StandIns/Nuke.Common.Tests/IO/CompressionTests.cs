using System.Formats.Tar;
using System.IO.Compression;
using Nuke.Common.IO;
using Slipway.Testing;

namespace Nuke.Common.Tests.IO;

public sealed class CompressionTests : IDisposable
{
    readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    AbsolutePath Root => _directory.Path;

    [Theory]
    [InlineData("archive.zip")]
    [InlineData("archive.tar.gz")]
    [InlineData("archive.tgz")]
    public void What_was_packed_is_unpacked(string name)
    {
        _directory.Write("in/a.txt", "1");
        _directory.Write("in/b/c.txt", "2");
        _directory.Write("in/b/d.log", "3");

        (Root / "in").CompressTo(Root / name, x => !x.HasExtension(".log"));
        (Root / name).UncompressTo(Root / "out");

        (Root / "out").GetDirectoryHash().Should().Be((Root / "in").GetDirectoryHash(x => !x.HasExtension(".log")));
    }

    [Fact]
    public void An_archive_is_not_overwritten_unless_told()
    {
        _directory.Write("in/a.txt", "1");
        var archive = (Root / "archive.zip").TouchFile();

        var pack = () => (Root / "in").ZipTo(archive);

        pack.Should().Throw<IOException>();
        (Root / "in").ZipTo(archive, fileMode: FileMode.Create);
        archive.UnZipTo(Root / "out");
        (Root / "out" / "a.txt").FileExists().Should().BeTrue();
    }

    [Fact]
    public void A_zip_entry_that_would_leave_the_directory_is_refused()
    {
        using (var archive = ZipFile.Open(Root / "evil.zip", ZipArchiveMode.Create))
            archive.CreateEntry("../evil.txt");

        var unpack = () => (Root / "evil.zip").UnZipTo(Root / "out");

        unpack.Should().Throw<IOException>();
        (Root / "evil.txt").FileExists().Should().BeFalse();
    }

    [Fact]
    public void A_tar_entry_that_would_leave_the_directory_is_refused()
    {
        using (var file = File.Create(Root / "evil.tgz"))
        using (var gzip = new GZipStream(file, CompressionMode.Compress))
        using (var archive = new TarWriter(gzip))
            archive.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "../evil.txt"));

        var unpack = () => (Root / "evil.tgz").UnTarGZipTo(Root / "out");

        unpack.Should().Throw<IOException>();
        (Root / "evil.txt").FileExists().Should().BeFalse();
    }

    [Fact]
    public void An_unknown_extension_is_refused()
    {
        var pack = () => Root.CompressTo(Root / "archive.rar");

        pack.Should().Throw<ArgumentException>().WithMessage("Unknown archive extension for archive 'archive.rar'*");
    }

    [Fact]
    public void Bzip2_is_not_supported()
    {
        var pack = () => Root.CompressTo(Root / "archive.tar.bz2");

        pack.Should().Throw<NotSupportedException>().WithMessage("*bzip2*");
    }
}
