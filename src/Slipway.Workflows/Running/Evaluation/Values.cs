using Slipway.Workflows.Model;

namespace Slipway.Workflows.Running;

/// <summary>Makes the values of contexts.</summary>
public static class Values
{
    public static MapValue Empty { get; } = new([]);

    /// <exception cref="ArgumentException">A key is there twice; keys are compared without case.</exception>
    public static MapValue Map(params IEnumerable<(string Key, Value Value)> entries) =>
        new(ValueMap.From(entries.Select(entry => new Entry<Value>(entry.Key, entry.Value))));

    /// <summary>Of a key that is there twice, with cases of its own, the last one counts.</summary>
    public static MapValue Texts(IEnumerable<KeyValuePair<string, string>> entries)
    {
        var last = new OrderedDictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, value) in entries)
            last[key] = value;
        return Map(last.Select(entry => (entry.Key, (Value)entry.Value)));
    }

    /// <summary>The map with an entry more, or with another value for it.</summary>
    public static MapValue With(this MapValue map, string key, Value value)
    {
        var entry = new Entry<Value>(key, value);
        return new MapValue(
            ValueMap.From(
                map.Entries.ContainsKey(key)
                    ? map.Entries.Select(other =>
                        other.Key.Equals(key, StringComparison.OrdinalIgnoreCase) ? entry : other
                    )
                    : map.Entries.Append(entry)
            )
        );
    }

    /// <summary>The value's text as an expression has it; the empty text where the key is not there.</summary>
    public static string Text(this MapValue map, string key) =>
        Coercions.ToText(map.Entries.Find(key) ?? NullValue.Instance);
}
