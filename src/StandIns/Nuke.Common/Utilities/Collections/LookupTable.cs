// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using System.Collections;

namespace Nuke.Common.Utilities.Collections;

/// <summary>A lookup that can be added to.</summary>
public class LookupTable<TKey, TValue>(Dictionary<TKey, List<TValue>> dictionary) : ILookup<TKey, TValue>
{
    public LookupTable()
        : this([]) { }

    public LookupTable(IEqualityComparer<TKey> comparer)
        : this(new Dictionary<TKey, List<TValue>>(comparer)) { }

    public LookupTable(ILookup<TKey, TValue> lookupTable, IEqualityComparer<TKey> comparer = null)
        : this(lookupTable.ToDictionary(x => x.Key, x => x.ToList(), comparer)) { }

    public int Count => dictionary.Count(x => x.Value.Count > 0);

    public IEnumerable<TValue> this[TKey key]
    {
        get => dictionary.TryGetValue(key, out var values) ? values : [];
        set => dictionary[key] = value.ToList();
    }

    public void Add(TKey key, TValue value) => AddRange(key, [value]);

    public void AddRange(TKey key, IEnumerable<TValue> values)
    {
        if (!dictionary.TryGetValue(key, out var list))
            dictionary[key] = list = [];
        list.AddRange(values);
    }

    public void Remove(TKey key) => dictionary.Remove(key);

    public void Remove(TKey key, TValue value) => dictionary.GetValueOrDefault(key)?.Remove(value);

    public void Clear() => dictionary.Clear();

    public bool Contains(TKey key) => dictionary.ContainsKey(key);

    public ILookup<TKey, TValue> AsReadOnly() => this;

    public IEnumerator<IGrouping<TKey, TValue>> GetEnumerator() =>
        dictionary
            .SelectMany(x => x.Value, (pair, value) => (pair.Key, Value: value))
            .ToLookup(x => x.Key, x => x.Value, dictionary.Comparer)
            .GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
