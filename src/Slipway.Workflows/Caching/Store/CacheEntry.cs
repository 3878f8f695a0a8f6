using Slipway.Workflows.Caching.Keys;
using Slipway.Workflows.Caching.Trees;

namespace Slipway.Workflows.Caching.Store;

/// <summary>A file that a target left, as it is kept.</summary>
/// <param name="Path">From the root, with forward slashes.</param>
/// <param name="Value">As <see cref="FileHashes.Of"/> gives it; of a file that names the root, with a mark in its place.</param>
/// <param name="Offset">Where it begins in the entry's pack.</param>
/// <param name="NamesRoot">The root's path in it was replaced.</param>
public sealed record KeptFile(string Path, string Value, long Offset, long Length, bool NamesRoot);

/// <summary>A file that a target left where it is: there it is looked for, and nothing of it is kept.</summary>
public sealed record LeftFile(string Path, FileStamp Stamp);

/// <summary>What is known of one success of one target.</summary>
public sealed record CacheEntry
{
    public required CacheKey Key { get; init; }

    public required string Target { get; init; }

    public required DateTimeOffset Made { get; init; }

    /// <summary>How long it took.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>What its line in the build's summary said.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Summary { get; init; } = [];

    public IReadOnlyList<KeptFile> Kept { get; init; } = [];

    public IReadOnlyList<LeftFile> Left { get; init; } = [];

    /// <summary>The SHA-256 of the pack that holds <see cref="Kept"/>; "" when it is empty.</summary>
    public string Pack { get; init; } = "";

    /// <summary>What it found, in a form of the build's own.</summary>
    public ReadOnlyMemory<byte> Findings { get; init; }
}

/// <summary>An entry as a file.</summary>
static class EntryCodec
{
    public static readonly string Signature = FormattableString.Invariant($"slipway result {CacheKey.Format}");

    public static CacheEntry Read(BinaryReader reader) =>
        new()
        {
            Key = new CacheKey(reader.ReadString()),
            Target = reader.ReadString(),
            Made = DateTimeOffset.FromUnixTimeMilliseconds(reader.ReadInt64()),
            Duration = new TimeSpan(reader.ReadInt64()),
            Summary = List(reader, () => KeyValuePair.Create(reader.ReadString(), reader.ReadString())),
            Kept = List(
                reader,
                () =>
                    new KeptFile(
                        reader.ReadString(),
                        reader.ReadString(),
                        reader.ReadInt64(),
                        reader.ReadInt64(),
                        reader.ReadBoolean()
                    )
            ),
            Left = List(reader, () => new LeftFile(reader.ReadString(), StampCodec.Read(reader))),
            Pack = reader.ReadString(),
            Findings = reader.ReadBytes(reader.ReadInt32()),
        };

    public static void Write(BinaryWriter writer, CacheEntry entry)
    {
        writer.Write(entry.Key.Text);
        writer.Write(entry.Target);
        writer.Write(entry.Made.ToUnixTimeMilliseconds());
        writer.Write(entry.Duration.Ticks);
        writer.Write(entry.Summary.Count);
        foreach (var (name, value) in entry.Summary)
        {
            writer.Write(name);
            writer.Write(value);
        }

        writer.Write(entry.Kept.Count);
        foreach (var file in entry.Kept)
        {
            writer.Write(file.Path);
            writer.Write(file.Value);
            writer.Write(file.Offset);
            writer.Write(file.Length);
            writer.Write(file.NamesRoot);
        }

        writer.Write(entry.Left.Count);
        foreach (var file in entry.Left)
        {
            writer.Write(file.Path);
            StampCodec.Write(writer, file.Stamp);
        }

        writer.Write(entry.Pack);
        writer.Write(entry.Findings.Length);
        writer.Write(entry.Findings.Span);
    }

    static List<T> List<T>(BinaryReader reader, Func<T> read)
    {
        var count = reader.ReadInt32();
        var list = new List<T>();
        for (var i = 0; i < count; i++)
            list.Add(read());
        return list;
    }
}
