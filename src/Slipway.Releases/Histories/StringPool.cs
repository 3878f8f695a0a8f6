using System.Text;

namespace Slipway.Releases;

/// <summary>One string for all equal ones: a history has many commits and few people.</summary>
sealed class StringPool
{
    readonly HashSet<string> _known = new(StringComparer.Ordinal);
    readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public StringPool() => _lookup = _known.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <param name="utf8">Bytes that are no UTF-8 become U+FFFD.</param>
    public string Get(ReadOnlySpan<byte> utf8)
    {
        const int OnStack = 256;
        var most = Encoding.UTF8.GetMaxCharCount(utf8.Length);
        var characters = most <= OnStack ? stackalloc char[OnStack] : new char[most];
        characters = characters[..Encoding.UTF8.GetChars(utf8, characters)];
        if (_lookup.TryGetValue(characters, out var known))
            return known;
        var added = characters.ToString();
        _known.Add(added);
        return added;
    }
}
