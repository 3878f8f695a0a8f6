using System.Formats.Tar;

namespace Slipway.Images.Tests.Sboms;

static class Layers
{
    /// <summary>A layer with empty files of these names.</summary>
    public static byte[] Tar(params IEnumerable<string> files)
    {
        using var buffer = new MemoryStream();
        using (var writer = new TarWriter(buffer, leaveOpen: true))
        {
            foreach (var file in files)
                writer.WriteEntry(
                    new PaxTarEntry(TarEntryType.RegularFile, file) { ModificationTime = TestImage.CommitTime }
                );
        }

        return buffer.ToArray();
    }
}
