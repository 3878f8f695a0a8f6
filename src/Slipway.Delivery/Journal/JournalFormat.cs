using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Slipway.Delivery.State;

namespace Slipway.Delivery.Journal;

/// <summary>What a journal's bytes say.</summary>
/// <param name="Length">Bytes up to the end of the last whole line.</param>
/// <param name="LastChecksum">Of the last whole line; the next line's checksum builds on it.</param>
/// <param name="TornLine">Bytes of a last line that was never finished were left out.</param>
public sealed record JournalContent(
    IReadOnlyList<JournalEntry> Entries,
    long Length,
    string LastChecksum,
    bool TornLine
)
{
    public static JournalContent Empty { get; } = new([], 0, "", TornLine: false);
}

/// <summary>
/// The journal's file format: JSON Lines. Each line is an entry in canonical JSON whose last property is
/// <c>checksum</c>: the first 16 hexadecimal digits of the SHA-256 over the checksum of the line before and this
/// line's JSON without it. So a line that was changed, left out, doubled or moved is found.
/// </summary>
public static class JournalFormat
{
    const int ChecksumDigits = 16;
    const string ChecksumName = ",\"checksum\":\"";
    const string LineEnd = "\"}\n";

    static readonly int s_suffixLength = ChecksumName.Length + ChecksumDigits + LineEnd.Length;

    /// <summary>The line with its line end, and its checksum.</summary>
    public static (byte[] Line, string Checksum) Write(JournalEntry entry, string previousChecksum)
    {
        var json = CanonicalJson.Write(entry);
        var checksum = Checksum(previousChecksum, json);
        // The object's closing brace makes room for one more property.
        return ([.. json[..^1], .. Encoding.UTF8.GetBytes($"{ChecksumName}{checksum}{LineEnd}")], checksum);
    }

    /// <summary>
    /// Reads a whole journal. A last line that is not whole is dropped: it is what a crash in the middle of a write
    /// leaves, and what it would have said was never relied on.
    /// </summary>
    /// <exception cref="DeliveryException">Any other line is damaged, or was written by a newer Slipway.</exception>
    public static JournalContent Read(ReadOnlySpan<byte> bytes, string path)
    {
        var entries = new List<JournalEntry>();
        var checksum = "";
        var start = 0;
        while (start < bytes.Length)
        {
            var rest = bytes[start..];
            var end = rest.IndexOf((byte)'\n');
            var line = end < 0 ? rest : rest[..(end + 1)];
            if (Unwrap(line, ref checksum) is not { } json)
            {
                return line.Length == rest.Length
                    ? new JournalContent(entries, start, checksum, TornLine: true)
                    : throw Damaged(path, entries.Count + 1, "its checksum does not fit");
            }

            entries.Add(Parse(json, path, entries.Count + 1));
            start += line.Length;
        }

        return new JournalContent(entries, start, checksum, TornLine: false);
    }

    /// <summary>The entry's JSON; null when the line is not whole or its checksum does not fit.</summary>
    static byte[]? Unwrap(ReadOnlySpan<byte> line, ref string checksum)
    {
        if (line.Length <= s_suffixLength)
            return null;
        byte[] json = [.. line[..^s_suffixLength], (byte)'}'];
        var expected = Checksum(checksum, json);
        if (!line[^s_suffixLength..].SequenceEqual(Encoding.UTF8.GetBytes($"{ChecksumName}{expected}{LineEnd}")))
            return null;
        checksum = expected;
        return json;
    }

    // The checksum fits, so this is what somebody wrote: what cannot be read is never a torn line.
    static JournalEntry Parse(byte[] json, string path, int sequence)
    {
        try
        {
            if (CanonicalJson.FormatOf(json) > JournalEntry.CurrentFormat)
                throw Damaged(path, sequence, "it was written by a newer Slipway; update this one");
            var entry = CanonicalJson.Read<JournalEntry>(json);
            return entry.Sequence == sequence
                ? entry
                : throw Damaged(path, sequence, $"its sequence is {entry.Sequence} where {sequence} belongs");
        }
        catch (JsonException failure)
        {
            throw Damaged(path, sequence, failure.Message);
        }
    }

    static string Checksum(string previous, ReadOnlySpan<byte> json)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.ASCII.GetBytes(previous));
        hash.AppendData(json);
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..ChecksumDigits];
    }

    static DeliveryException Damaged(string path, long line, string fault) =>
        new(
            $"{path}({line}): the journal is damaged: {fault}. Nothing was changed. Restore the file from a copy; if there "
                + "is none, look at what runs (./build.sh Status), then move the file away to begin a new journal."
        );
}
