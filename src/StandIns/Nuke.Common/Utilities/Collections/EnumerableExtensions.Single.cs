// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

namespace Nuke.Common.Utilities.Collections;

public static partial class EnumerableExtensions
{
    /// <exception cref="InvalidOperationException">There is more than one; the message is the one given.</exception>
    public static T SingleOrDefaultOrError<T>(this IEnumerable<T> enumerable, string message) =>
        WithMessage(() => enumerable.SingleOrDefault(), message);

    /// <inheritdoc cref="SingleOrDefaultOrError{T}(IEnumerable{T},string)" />
    public static T SingleOrDefaultOrError<T>(
        this IEnumerable<T> enumerable,
        Func<T, bool> predicate,
        string message
    ) => WithMessage(() => enumerable.SingleOrDefault(predicate), message);

    /// <exception cref="InvalidOperationException">There is none or more than one; the message is the one given.</exception>
    public static T SingleOrError<T>(this IEnumerable<T> enumerable, string message) =>
        WithMessage(() => enumerable.Single(), message);

    /// <inheritdoc cref="SingleOrError{T}(IEnumerable{T},string)" />
    public static T SingleOrError<T>(this IEnumerable<T> enumerable, Func<T, bool> predicate, string message) =>
        WithMessage(() => enumerable.Single(predicate), message);

    private static T WithMessage<T>(Func<T> find, string message)
    {
        try
        {
            return find();
        }
        catch (InvalidOperationException exception)
        {
            throw new InvalidOperationException(message, exception);
        }
    }
}
