// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using System.Runtime.CompilerServices;

namespace Nuke.Common.Tooling;

/// <summary>
/// What fluent methods are made of. Each is given the option itself, <c>o.Set(o.Framework, "net10.0")</c>, so that the
/// compiler checks its name.
/// </summary>
internal static class OptionsChanges
{
    public static T Set<T>(
        this T options,
        object current,
        object value,
        [CallerArgumentExpression(nameof(current))] string option = null
    )
        where T : Options => (T)options.With(NameOf(option), value);

    public static T Reset<T>(
        this T options,
        object current,
        [CallerArgumentExpression(nameof(current))] string option = null
    )
        where T : Options => (T)options.With(NameOf(option), value: null);

    public static T SetItems<T, TItem>(
        this T options,
        IReadOnlyList<TItem> current,
        IEnumerable<TItem> items,
        [CallerArgumentExpression(nameof(current))] string option = null
    )
        where T : Options => (T)options.With(NameOf(option), items.ToList());

    public static T AddItems<T, TItem>(
        this T options,
        IReadOnlyList<TItem> current,
        IEnumerable<TItem> items,
        [CallerArgumentExpression(nameof(current))] string option = null
    )
        where T : Options => (T)options.With(NameOf(option), (current ?? []).Concat(items).ToList());

    public static T RemoveItems<T, TItem>(
        this T options,
        IReadOnlyList<TItem> current,
        IEnumerable<TItem> items,
        [CallerArgumentExpression(nameof(current))] string option = null
    )
        where T : Options => (T)options.With(NameOf(option), (current ?? []).Where(x => !items.Contains(x)).ToList());

    public static T SetPair<T, TValue>(
        this T options,
        IReadOnlyDictionary<string, TValue> current,
        string key,
        TValue value,
        [CallerArgumentExpression(nameof(current))] string option = null
    )
        where T : Options =>
        (T)
            options.With(
                NameOf(option),
                new Dictionary<string, TValue>(Pairs(current), StringComparer.Ordinal) { [key] = value }
            );

    /// <exception cref="ArgumentException">The key is there already.</exception>
    public static T AddPairs<T, TValue>(
        this T options,
        IReadOnlyDictionary<string, TValue> current,
        IEnumerable<KeyValuePair<string, TValue>> pairs,
        [CallerArgumentExpression(nameof(current))] string option = null
    )
        where T : Options
    {
        var all = new Dictionary<string, TValue>(Pairs(current), StringComparer.Ordinal);
        foreach (var (key, value) in pairs)
            all.Add(key, value);
        return (T)options.With(NameOf(option), all);
    }

    public static T RemovePair<T, TValue>(
        this T options,
        IReadOnlyDictionary<string, TValue> current,
        string key,
        [CallerArgumentExpression(nameof(current))] string option = null
    )
        where T : Options
    {
        var rest = Pairs(current).Where(x => !string.Equals(x.Key, key, StringComparison.Ordinal));
        return (T)options.With(NameOf(option), new Dictionary<string, TValue>(rest, StringComparer.Ordinal));
    }

    private static IEnumerable<KeyValuePair<string, TValue>> Pairs<TValue>(
        IReadOnlyDictionary<string, TValue> dictionary
    ) => dictionary ?? Enumerable.Empty<KeyValuePair<string, TValue>>();

    private static string NameOf(string expression) => expression[(expression.LastIndexOf('.') + 1)..];
}
