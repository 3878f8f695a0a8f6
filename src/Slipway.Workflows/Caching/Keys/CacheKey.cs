using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Slipway.Workflows.Caching.Keys;

/// <summary>
/// The name of a result: the SHA-256 of everything that it depends on, in an order of its own, each part with its length
/// before it, so that no two lists read the same.
/// </summary>
/// <param name="Text">64 lower-case hexadecimal digits.</param>
public sealed record CacheKey(string Text)
{
    /// <summary>Counts up whenever keys or entries mean something else than before.</summary>
    public const int Format = 1;

    public static CacheKey Of(IEnumerable<Ingredient> ingredients)
    {
        var sorted = ingredients.ToArray();
        Array.Sort(sorted, Compare);
        var content = new ArrayBufferWriter<byte>(4096);
        Append(content, Format);
        foreach (var ingredient in sorted)
        {
            Append(content, (int)ingredient.Kind);
            Append(content, ingredient.Name);
            Append(content, ingredient.Value);
        }

        return new CacheKey(Convert.ToHexStringLower(SHA256.HashData(content.WrittenSpan)));
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

    static void Append(ArrayBufferWriter<byte> content, int number)
    {
        BinaryPrimitives.WriteInt32LittleEndian(content.GetSpan(sizeof(int)), number);
        content.Advance(sizeof(int));
    }

    static void Append(ArrayBufferWriter<byte> content, string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        Append(content, length);
        content.Advance(Encoding.UTF8.GetBytes(text, content.GetSpan(length)));
    }
}
