using System.Buffers.Binary;
using System.Text;

namespace Slipway.Workflows.Caching.Trees;

/// <summary>
/// The paths that git tracks, out of its index (git-scm.com/docs/index-format, versions 2 to 4, object names of SHA-1).
/// </summary>
static class GitIndex
{
    const int HeaderSize = 12;
    const int FixedSize = 62; // ten numbers, an object name, the flags
    const int NameSize = 20;
    const ushort Extended = 0x4000;

    /// <returns>From the working tree's top, in git's order, each once.</returns>
    /// <exception cref="CacheUnavailableException">The index is damaged or of a kind that is not read here.</exception>
    public static List<string> Paths(string file)
    {
        byte[] content;
        try
        {
            content = File.ReadAllBytes(file);
        }
        catch (FileNotFoundException)
        {
            return []; // a repository in which nothing was ever added
        }

        try
        {
            return Parse(content);
        }
        catch (Exception failure) when (failure is ArgumentException or IndexOutOfRangeException or OverflowException)
        {
            throw new CacheUnavailableException($"{file} is no index that is understood here.", failure);
        }
    }

    static List<string> Parse(ReadOnlySpan<byte> content)
    {
        if (!content.StartsWith("DIRC"u8))
            throw new ArgumentException("No signature.", nameof(content));
        var version = BinaryPrimitives.ReadUInt32BigEndian(content[4..]);
        var count = BinaryPrimitives.ReadUInt32BigEndian(content[8..]);
        if (version is < 2 or > 4)
            throw new ArgumentException("An unknown version.", nameof(content));

        var paths = new List<string>((int)Math.Min(count, (uint)content.Length));
        var rest = content[HeaderSize..];
        var name = new List<byte>();
        for (var i = 0; i < count; i++)
        {
            var flags = BinaryPrimitives.ReadUInt16BigEndian(rest[(FixedSize - 2)..]);
            var size = FixedSize + (version >= 3 && (flags & Extended) != 0 ? 2 : 0);
            var suffix = rest[size..];
            if (version == 4)
            {
                var kept = name.Count - Removed(ref suffix);
                name.RemoveRange(kept, name.Count - kept);
            }
            else
            {
                name.Clear();
            }

            var end = suffix.IndexOf((byte)0);
            name.AddRange(suffix[..end]);
            var path = Encoding.UTF8.GetString(name.ToArray());
            // Of a conflict there are several.
            if (paths.Count == 0 || !path.Equals(paths[^1], StringComparison.Ordinal))
                paths.Add(path);
            rest = version == 4 ? suffix[(end + 1)..] : rest[((size + end + 8) / 8 * 8)..];
        }

        RequireKnownExtensions(rest);
        return paths;
    }

    /// <summary>How many bytes of the former path are dropped: a number as in pack files' offsets.</summary>
    static int Removed(ref ReadOnlySpan<byte> suffix)
    {
        var value = suffix[0] & 0x7F;
        var at = 0;
        while ((suffix[at] & 0x80) != 0)
            value = checked(((value + 1) << 7) | (suffix[++at] & 0x7F));
        suffix = suffix[(at + 1)..];
        return value;
    }

    /// <summary>One whose name begins in lower case changes what the entries mean: a split or a sparse index.</summary>
    static void RequireKnownExtensions(ReadOnlySpan<byte> rest)
    {
        while (rest.Length > NameSize)
        {
            if (rest[0] is < (byte)'A' or > (byte)'Z')
                throw new ArgumentException("A split or sparse index.", nameof(rest));
            rest = rest[checked(8 + (int)BinaryPrimitives.ReadUInt32BigEndian(rest[4..]))..];
        }

        if (rest.Length != NameSize)
            throw new ArgumentException("No checksum at its end.", nameof(rest));
    }
}
