// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using System.Formats.Tar;
using System.IO.Compression;

namespace Nuke.Common.IO;

/// <summary>Archives of the files of a directory. Bzip2, which .NET does not have, is not supported.</summary>
public static class CompressionExtensions
{
    /// <summary>Writes <c>.zip</c>, <c>.tar.gz</c> or <c>.tgz</c>, as the archive's name says.</summary>
    public static void CompressTo(
        this AbsolutePath directory,
        AbsolutePath archiveFile,
        Func<AbsolutePath, bool> filter = null
    )
    {
        if (IsZip(archiveFile))
            directory.ZipTo(archiveFile, filter);
        else
            directory.TarGZipTo(archiveFile, filter);
    }

    /// <summary>Reads <c>.zip</c>, <c>.tar.gz</c> or <c>.tgz</c>, as the archive's name says.</summary>
    public static void UncompressTo(this AbsolutePath archiveFile, AbsolutePath directory)
    {
        if (IsZip(archiveFile))
            archiveFile.UnZipTo(directory);
        else
            archiveFile.UnTarGZipTo(directory);
    }

    public static void ZipTo(
        this AbsolutePath directory,
        AbsolutePath archiveFile,
        Func<AbsolutePath, bool> filter = null,
        CompressionLevel compressionLevel = CompressionLevel.Optimal,
        FileMode fileMode = FileMode.CreateNew
    )
    {
        var files = Files(directory, filter);
        archiveFile.Parent.CreateDirectory();
        using var stream = File.Open(archiveFile, fileMode, FileAccess.ReadWrite);
        using var archive = new ZipArchive(stream, ZipArchiveMode.Create);
        foreach (var file in files)
            archive.CreateEntryFromFile(file, directory.GetUnixRelativePathTo(file), compressionLevel);
    }

    /// <summary>Existing files are overwritten; an entry that would leave the directory is refused.</summary>
    public static void UnZipTo(this AbsolutePath archiveFile, AbsolutePath directory) =>
        ZipFile.ExtractToDirectory(archiveFile, directory.CreateDirectory(), overwriteFiles: true);

    public static void TarGZipTo(
        this AbsolutePath directory,
        AbsolutePath archiveFile,
        Func<AbsolutePath, bool> filter = null,
        FileMode fileMode = FileMode.CreateNew
    ) => directory.TarGZipTo(archiveFile, Files(directory, filter), fileMode);

    /// <summary>Writes files under their paths relative to the directory.</summary>
    public static void TarGZipTo(
        this AbsolutePath baseDirectory,
        AbsolutePath archiveFile,
        IEnumerable<AbsolutePath> files,
        FileMode fileMode = FileMode.CreateNew
    )
    {
        archiveFile.Parent.CreateDirectory();
        using var stream = File.Open(archiveFile, fileMode, FileAccess.ReadWrite);
        using var gzip = new GZipStream(stream, CompressionLevel.Optimal);
        using var archive = new TarWriter(gzip);
        foreach (var file in files)
            archive.WriteEntry(file, baseDirectory.GetUnixRelativePathTo(file));
    }

    /// <summary>Existing files are overwritten; an entry that would leave the directory is refused.</summary>
    public static void UnTarGZipTo(this AbsolutePath archiveFile, AbsolutePath directory)
    {
        using var stream = File.OpenRead(archiveFile);
        using var gzip = new GZipStream(stream, CompressionMode.Decompress);
        TarFile.ExtractToDirectory(gzip, directory.CreateDirectory(), overwriteFiles: true);
    }

    // The list is complete before the archive exists, which may lie in the directory.
    private static List<AbsolutePath> Files(AbsolutePath directory, Func<AbsolutePath, bool> filter) =>
        directory.GetFiles(depth: int.MaxValue).Where(x => filter is null || filter(x)).ToList();

    private static bool IsZip(AbsolutePath archiveFile)
    {
        if (archiveFile.HasExtension(".tar.bz2", ".tbz2", ".tbz"))
            throw new NotSupportedException($"{archiveFile.Name}: {nameof(CompressionExtensions)} has no bzip2 here");
        var isZip = archiveFile.HasExtension(".zip");
        Assert.True(
            isZip || archiveFile.HasExtension(".tar.gz", ".tgz"),
            $"Unknown archive extension for archive '{archiveFile.Name}'"
        );
        return isZip;
    }
}
