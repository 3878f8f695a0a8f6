using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Slipway.Workflows.Caching.Keys;

/// <summary>
/// The name of a result: the SHA-256 of everything that it depends on, in an order of its own, each part with its length
/// before it, so that no two lists read the same.
/// </summary>
/// <param name="Text">64 lower-case hexadecimal digits.</param>
public readonly record struct CacheKey(string Text)
{
    /// <summary>Counts up whenever keys or entries mean something else than before.</summary>
    public const int Format = 1;

    public static CacheKey Of(IEnumerable<Ingredient> ingredients)
    {
        var sorted = ingredients.ToArray();
        Array.Sort(sorted, Compare);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[4096];
        BinaryPrimitives.WriteInt32LittleEndian(buffer, Format);
        hash.AppendData(buffer, 0, sizeof(int));
        foreach (var ingredient in sorted)
        {
            BinaryPrimitives.WriteInt32LittleEndian(buffer, (int)ingredient.Kind);
            hash.AppendData(buffer, 0, sizeof(int));
            Append(hash, ingredient.Name, ref buffer);
            Append(hash, ingredient.Value, ref buffer);
        }

        return new CacheKey(Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    public override string ToString() => Text;

    static int Compare(Ingredient one, Ingredient other)
    {
        var kinds = ((int)one.Kind).CompareTo((int)other.Kind);
        if (kinds != 0)
            return kinds;
        var names = string.CompareOrdinal(one.Name, other.Name);
        return names != 0 ? names : string.CompareOrdinal(one.Value, other.Value);
    }

    static void Append(IncrementalHash hash, string text, ref byte[] buffer)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        if (buffer.Length < length + sizeof(int))
            buffer = new byte[length + sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(buffer, length);
        Encoding.UTF8.GetBytes(text, buffer.AsSpan(sizeof(int)));
        hash.AppendData(buffer, 0, length + sizeof(int));
    }
}
