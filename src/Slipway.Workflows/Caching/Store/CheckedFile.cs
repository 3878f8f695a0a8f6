using System.Security.Cryptography;
using System.Text;

namespace Slipway.Workflows.Caching.Store;

/// <summary>
/// Files of the cache: a signature that names their kind and version, what they hold, the SHA-256 of all that. Written
/// aside, flushed and renamed. One that is not whole, or not ours, is as good as none.
/// </summary>
static class CheckedFile
{
    const int ChecksumSize = 32;

    /// <returns>Null: there is none that can be read.</returns>
    public static T? Read<T>(string path, string signature, Func<BinaryReader, T> read)
        where T : class
    {
        try
        {
            var content = File.ReadAllBytes(path);
            var length = content.Length - ChecksumSize;
            if (length < 0)
                return null;
            if (!SHA256.HashData(content.AsSpan(0, length)).AsSpan().SequenceEqual(content.AsSpan(length)))
                return null;
            using var reader = new BinaryReader(new MemoryStream(content, 0, length, writable: false), Encoding.UTF8);
            return signature.Equals(reader.ReadString(), StringComparison.Ordinal) ? read(reader) : null;
        }
        catch (Exception failure) when (IsOfTheDisk(failure) || failure is FormatException or ArgumentException)
        {
            return null;
        }
    }

    /// <returns>Null: it is written; else why it is not, for a person. No half of it is left.</returns>
    public static string? TryWrite(string path, string signature, Action<BinaryWriter> write)
    {
        using var content = new MemoryStream();
        using (var writer = new BinaryWriter(content, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(signature);
            write(writer);
        }

        content.Write(SHA256.HashData(content.GetBuffer().AsSpan(0, (int)content.Length)));
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var aside = new AsideFile(path);
            aside.Stream.Write(content.GetBuffer(), 0, (int)content.Length);
            aside.Commit(path);
            return null;
        }
        catch (Exception failure) when (IsOfTheDisk(failure))
        {
            return failure.Message;
        }
    }

    public static bool IsOfTheDisk(Exception failure) => failure is IOException or UnauthorizedAccessException;
}
