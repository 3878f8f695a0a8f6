// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

namespace Nuke.Common.Utilities.Collections;

public static partial class EnumerableExtensions
{
    /// <summary>A dictionary whose duplicate keys end in the exception that the factory makes.</summary>
    public static Dictionary<TKey, TValue> ToDictionary<T, TKey, TValue>(
        this IEnumerable<T> enumerable,
        Func<T, TKey> keySelector,
        Func<T, TValue> valueSelector,
        IEqualityComparer<TKey> comparer = null,
        Func<ArgumentException, TKey, Exception> exceptionFactory = null
    )
    {
        var dictionary = new Dictionary<TKey, TValue>(comparer);
        foreach (var item in enumerable)
        {
            var key = keySelector(item);
            try
            {
                dictionary.Add(key, valueSelector(item));
            }
            catch (ArgumentException exception) when (exceptionFactory is not null)
            {
                throw exceptionFactory(exception, key);
            }
        }

        return dictionary;
    }

    /// <exception cref="ArgumentException">Keys appear twice; the message given is followed by those keys.</exception>
    public static Dictionary<TKey, TValue> ToDictionarySafe<T, TKey, TValue>(
        this IEnumerable<T> enumerable,
        Func<T, TKey> keySelector,
        Func<T, TValue> valueSelector,
        string duplicationMessage
    )
    {
        var groups = enumerable.GroupBy(keySelector, valueSelector).ToList();
        var duplicates = groups.Where(x => x.Skip(1).Any()).Select(x => $" - {x.Key}").ToList();
        Assert.True(duplicates.Count == 0, duplicates.Prepend($"{duplicationMessage.TrimEnd(":")}:").JoinNewLine());
        return groups.ToDictionary(x => x.Key, x => x.First());
    }

    public static LookupTable<TKey, TValue> ToLookupTable<TItem, TKey, TValue>(
        this IEnumerable<TItem> enumerable,
        Func<TItem, TKey> keySelector,
        Func<TItem, TValue> valueSelector
    ) => new(enumerable.ToLookup(keySelector, valueSelector));
}
