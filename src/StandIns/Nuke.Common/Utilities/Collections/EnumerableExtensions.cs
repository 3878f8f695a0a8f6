// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

namespace Nuke.Common.Utilities.Collections;

/// <summary>What builds do with sequences.</summary>
public static partial class EnumerableExtensions
{
    /// <summary>One item and then the others.</summary>
    public static IEnumerable<T> Concat<T>(this T obj, IEnumerable<T> enumerable) => enumerable.Prepend(obj);

    public static IEnumerable<T> Concat<T>(this IEnumerable<T> enumerable, params T[] others) =>
        Enumerable.Concat(enumerable, others);

    public static IEnumerable<TSource> Distinct<TSource, TValue>(
        this IEnumerable<TSource> enumerable,
        Func<TSource, TValue> selector
    ) => enumerable.DistinctBy(selector);

    public static bool IsEmpty<T>(this IEnumerable<T> enumerable) => !enumerable.Any();

    public static bool IsNullOrEmpty<T>(this IEnumerable<T> enumerable) => enumerable is null || enumerable.IsEmpty();

    public static void ForEach<T>(this IEnumerable<T> enumerable, Action<T> action)
    {
        foreach (var item in enumerable)
            action(item);
    }

    /// <summary>Acts on each item and its index.</summary>
    public static void ForEach<T>(this IEnumerable<T> enumerable, Action<T, int> action)
    {
        var index = 0;
        foreach (var item in enumerable)
            action(item, index++);
    }

    /// <summary>Acts on each item as it is taken.</summary>
    public static IEnumerable<T> ForEachLazy<T>(this IEnumerable<T> enumerable, Action<T> action)
    {
        foreach (var item in enumerable)
        {
            action(item);
            yield return item;
        }
    }

    public static bool SequenceStartsWith<T>(
        this IEnumerable<T> enumerable,
        IEnumerable<T> other,
        IEqualityComparer<T> comparer = null
    )
    {
        var start = other.ToList();
        return enumerable.Take(start.Count).SequenceEqual(start, comparer);
    }

    public static IEnumerable<T> TakeUntil<T>(this IEnumerable<T> enumerable, Func<T, bool> condition) =>
        enumerable.TakeWhile(x => !condition(x));

    public static IEnumerable<T> SkipUntil<T>(this IEnumerable<T> enumerable, Func<T, bool> condition) =>
        enumerable.SkipWhile(x => !condition(x));

    public static IEnumerable<T> WhereNotNull<T>(this IEnumerable<T> enumerable)
        where T : class => enumerable.OfType<T>();

    public static IEnumerable<T> WhereNot<T>(this IEnumerable<T> enumerable, Func<T, bool> condition)
        where T : class => enumerable.Where(x => condition is null || !condition(x));

    public static IEnumerable<T> ToEmptyIfNull<T>(this IEnumerable<T> enumerable) => enumerable ?? [];

    public static T[] ToEmptyIfNull<T>(this T[] array) => array ?? [];

    public static IList<T> ToEmptyIfNull<T>(this IList<T> list) => list ?? [];
}
