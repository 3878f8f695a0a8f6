using Slipway.Workflows.Caching.Store;

namespace Slipway.Workflows.Caching.Trees;

/// <param name="Value">As <see cref="FileHashes.Of"/> gives it.</param>
sealed record RememberedHash(FileStamp Stamp, string Value);

/// <summary>The file in which <see cref="FileHashes"/> are kept: with a checksum, for a wrong hash is a wrong result.</summary>
static class HashMemory
{
    const string Signature = "slipway hashes 1";

    /// <summary>Between a path and the form of the file that a hash is of; no path has it.</summary>
    public const char FormMark = '\0';

    /// <returns>Empty when there is none, or none that is whole.</returns>
    public static Dictionary<string, RememberedHash> Load(string path)
    {
        var found = new Dictionary<string, RememberedHash>(StringComparer.Ordinal);
        return CheckedFile.Read(
                path,
                Signature,
                reader =>
                {
                    var count = reader.ReadInt32();
                    found.EnsureCapacity(Math.Clamp(count, 0, 1 << 20));
                    for (var i = 0; i < count; i++)
                    {
                        var name = reader.ReadString();
                        var stamp = StampCodec.Read(reader);
                        found[name] = new RememberedHash(stamp, reader.ReadString());
                    }

                    return found;
                }
            ) ?? new Dictionary<string, RememberedHash>(StringComparer.Ordinal);
    }

    /// <summary>Of files that are gone nothing is kept.</summary>
    public static void Save(string path, Dictionary<string, RememberedHash> hashes)
    {
        var kept = hashes.Where(hash => File.Exists(hash.Key.Split(FormMark)[0])).ToList();
        CheckedFile.TryWrite(
            path,
            Signature,
            writer =>
            {
                writer.Write(kept.Count);
                foreach (var (name, hash) in kept)
                {
                    writer.Write(name);
                    StampCodec.Write(writer, hash.Stamp);
                    writer.Write(hash.Value);
                }
            }
        );
    }
}

static class StampCodec
{
    public static FileStamp Read(BinaryReader reader) =>
        new(
            (FileKind)reader.ReadByte(),
            reader.ReadInt64(),
            reader.ReadInt64(),
            reader.ReadInt64(),
            reader.ReadUInt64(),
            reader.ReadUInt64()
        );

    public static void Write(BinaryWriter writer, FileStamp stamp)
    {
        writer.Write((byte)stamp.Kind);
        writer.Write(stamp.Size);
        writer.Write(stamp.Modified);
        writer.Write(stamp.Changed);
        writer.Write(stamp.Inode);
        writer.Write(stamp.Device);
    }
}
