// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

namespace Nuke.Common.Utilities.Collections;

public static partial class EnumerableExtensions
{
    /// <summary>The object and its chain of successors, until there is none or <paramref name="traverse"/> says stop.</summary>
    public static IEnumerable<T> DescendantsAndSelf<T>(
        this T obj,
        Func<T, T> selector,
        Func<T, bool> traverse = null
    ) => obj.Descendants(selector, traverse).Prepend(obj);

    /// <inheritdoc cref="DescendantsAndSelf{T}(T,Func{T,T},Func{T,bool})" />
    public static IEnumerable<T> Descendants<T>(this T obj, Func<T, T> selector, Func<T, bool> traverse = null)
    {
        var current = obj;
        while (traverse is null || traverse(current))
        {
            var next = selector(current);
            if (next is null || (traverse is null && EqualityComparer<T>.Default.Equals(next, default)))
                yield break;
            yield return next;
            current = next;
        }
    }

    /// <summary>The object and all below it, parents before children.</summary>
    public static IEnumerable<T> DescendantsAndSelf<T>(
        this T obj,
        Func<T, IEnumerable<T>> selector,
        Func<T, bool> traverse = null
    ) => obj.Descendants(selector, traverse).Prepend(obj);

    /// <inheritdoc cref="DescendantsAndSelf{T}(T,Func{T,IEnumerable{T}},Func{T,bool})" />
    public static IEnumerable<T> Descendants<T>(
        this T obj,
        Func<T, IEnumerable<T>> selector,
        Func<T, bool> traverse = null
    ) =>
        selector(obj)
            .Where(x => traverse is null || traverse(x))
            .SelectMany(x => x.DescendantsAndSelf(selector, traverse));
}
