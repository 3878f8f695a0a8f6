using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Nuke.Common;

/// <summary>Checks that end in an <see cref="ArgumentException"/> naming the message given, else the expression checked.</summary>
[DebuggerStepThrough]
public static class Assert
{
    [DoesNotReturn]
    // NUKE throws the base type, and builds may catch just that.
    [SuppressMessage("Usage", "CA2201", Justification = "The package throws System.Exception.")]
    public static void Fail(string message, Exception? exception = null) => throw new Exception(message, exception);

    public static void True(
        [DoesNotReturnIf(false)] bool condition,
        string? message = null,
        [CallerArgumentExpression(nameof(condition))] string? argumentExpression = null
    ) => Check(condition, "Expected condition to be true", message, argumentExpression);

    public static void False(
        [DoesNotReturnIf(true)] bool condition,
        string? message = null,
        [CallerArgumentExpression(nameof(condition))] string? argumentExpression = null
    ) => Check(!condition, "Expected condition to be false", message, argumentExpression);

    public static T NotNull<T>(
        [NotNull] this T? obj,
        string? message = null,
        [CallerArgumentExpression(nameof(obj))] string? argumentExpression = null
    )
        where T : class
    {
        if (obj is null)
            Throw($"Expected object of type '{typeof(T).FullName}' to be not null", message, argumentExpression);
        return obj;
    }

    public static T? NotNull<T>(
        [NotNull] this T? obj,
        string? message = null,
        [CallerArgumentExpression(nameof(obj))] string? argumentExpression = null
    )
        where T : struct
    {
        if (obj is null)
            Throw($"Expected object of type '{typeof(T).FullName}' to be not null", message, argumentExpression);
        return obj;
    }

    public static string NotNullOrEmpty(
        [NotNull] this string? str,
        string? message = null,
        [CallerArgumentExpression(nameof(str))] string? argumentExpression = null
    )
    {
        if (string.IsNullOrEmpty(str))
            Throw("Expected string to be not null or empty", message, argumentExpression);
        return str;
    }

    public static string NotNullOrWhiteSpace(
        [NotNull] this string? str,
        string? message = null,
        [CallerArgumentExpression(nameof(str))] string? argumentExpression = null
    )
    {
        if (string.IsNullOrWhiteSpace(str))
            Throw("Expected string to be not null or whitespace", message, argumentExpression);
        return str;
    }

    public static void NotEmpty<T>(
        [NotNull] IReadOnlyCollection<T>? collection,
        string? message = null,
        [CallerArgumentExpression(nameof(collection))] string? argumentExpression = null
    ) =>
        Check(
            collection.NotNull(argumentExpression: argumentExpression).Count > 0,
            "Expected collection to be not empty",
            message,
            argumentExpression
        );

    public static void Empty<T>(
        [NotNull] IReadOnlyCollection<T>? collection,
        string? message = null,
        [CallerArgumentExpression(nameof(collection))] string? argumentExpression = null
    ) =>
        Check(
            collection.NotNull(argumentExpression: argumentExpression).Count == 0,
            "Expected collection to be empty",
            message,
            argumentExpression
        );

    public static void Count<T>(
        [NotNull] IReadOnlyCollection<T>? collection,
        int length,
        string? message = null,
        [CallerArgumentExpression(nameof(collection))] string? argumentExpression = null
    ) =>
        Check(
            collection.NotNull(argumentExpression: argumentExpression).Count == length,
            $"Expected collection to have length of {length}",
            message,
            argumentExpression
        );

    public static void HasSingleItem<T>(
        [NotNull] IReadOnlyCollection<T>? collection,
        string? message = null,
        [CallerArgumentExpression(nameof(collection))] string? argumentExpression = null
    ) => Count(collection, length: 1, message, argumentExpression);

    public static void FileExists(
        [NotNull] string? path,
        string? message = null,
        [CallerArgumentExpression(nameof(path))] string? argumentExpression = null
    ) =>
        Check(
            File.Exists(path.NotNull(argumentExpression: argumentExpression)),
            $"Expected file to exist: {path}",
            message,
            argumentExpression
        );

    public static void DirectoryExists(
        [NotNull] string? path,
        string? message = null,
        [CallerArgumentExpression(nameof(path))] string? argumentExpression = null
    ) =>
        Check(
            Directory.Exists(path.NotNull(argumentExpression: argumentExpression)),
            $"Expected directory to exist: {path}",
            message,
            argumentExpression
        );

    private static void Check(
        [DoesNotReturnIf(false)] bool condition,
        string expectation,
        string? message,
        string? argumentExpression
    )
    {
        if (!condition)
            Throw(expectation, message, argumentExpression);
    }

    [DoesNotReturn]
    private static void Throw(string expectation, string? message, string? argumentExpression) =>
        throw new ArgumentException(message ?? expectation, message is null ? argumentExpression : null);
}
