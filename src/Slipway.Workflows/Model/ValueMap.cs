using System.Collections;
using System.Runtime.CompilerServices;

namespace Slipway.Workflows.Model;

/// <summary>
/// An immutable map that keeps its order and is equal to another one with equal entries in the same order. As GitHub
/// reads a workflow, keys are compared without case.
/// </summary>
[CollectionBuilder(typeof(ValueMap), nameof(ValueMap.Create))]
public sealed class ValueMap<T> : IReadOnlyList<Entry<T>>, IEquatable<ValueMap<T>>
{
    readonly Entry<T>[] _entries;
    readonly Dictionary<string, T> _values;

    /// <exception cref="ArgumentException">A key is there twice.</exception>
    internal ValueMap(Entry<T>[] entries)
    {
        _entries = entries;
        _values = new Dictionary<string, T>(entries.Length, StringComparer.OrdinalIgnoreCase);
        foreach (var entry in entries)
        {
            if (!_values.TryAdd(entry.Key, entry.Value))
                throw new ArgumentException($"The key '{entry.Key}' is there twice.", nameof(entries));
        }
    }

    internal static ValueMap<T> Empty { get; } = new([]);

    public int Count => _entries.Length;

    public Entry<T> this[int index] => _entries[index];

    public IEnumerable<string> Keys => _entries.Select(entry => entry.Key);

    public IEnumerable<T> Values => _entries.Select(entry => entry.Value);

    public bool ContainsKey(string key) => _values.ContainsKey(key);

    /// <summary>The key's value, or the type's default when it is not there.</summary>
    public T? Find(string key) => _values.GetValueOrDefault(key);

    public bool Equals(ValueMap<T>? other) => other is not null && _entries.AsSpan().SequenceEqual(other._entries);

    public override bool Equals(object? obj) => Equals(obj as ValueMap<T>);

    public override int GetHashCode() => _entries.Length;

    public override string ToString() =>
        $"{{{string.Join(", ", _entries.Select(entry => $"{entry.Key}: {entry.Value}"))}}}";

    public IEnumerator<Entry<T>> GetEnumerator() => ((IEnumerable<Entry<T>>)_entries).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <param name="Comment">Written above the entry: what a reader would wonder about.</param>
public sealed record Entry<T>(string Key, T Value, string? Comment = null)
{
    public static implicit operator Entry<T>((string Key, T Value) pair) => new(pair.Key, pair.Value);

    public static implicit operator Entry<T>((string Key, T Value, string Comment) entry) =>
        new(entry.Key, entry.Value, entry.Comment);
}

public static class ValueMap
{
    public static ValueMap<T> Create<T>(ReadOnlySpan<Entry<T>> entries) =>
        entries.IsEmpty ? ValueMap<T>.Empty : new ValueMap<T>(entries.ToArray());

    public static ValueMap<T> From<T>(IEnumerable<Entry<T>> entries) => new([.. entries]);
}
