// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Nuke.Common;

/// <summary>Checks that end in an <see cref="ArgumentException"/> naming the message given, else the expression checked.</summary>
[DebuggerStepThrough]
public static class Assert
{
    // NUKE throws the base type, and builds may catch just that.
    [SuppressMessage("Usage", "CA2201", Justification = "The package throws System.Exception.")]
    public static void Fail(string message, Exception exception = null) => throw new Exception(message, exception);

    public static void True(
        bool condition,
        string message = null,
        [CallerArgumentExpression(nameof(condition))] string argumentExpression = null
    ) => Check(condition, "Expected condition to be true", message, argumentExpression);

    public static void False(
        bool condition,
        string message = null,
        [CallerArgumentExpression(nameof(condition))] string argumentExpression = null
    ) => Check(!condition, "Expected condition to be false", message, argumentExpression);

    public static T NotNull<T>(
        this T obj,
        string message = null,
        [CallerArgumentExpression(nameof(obj))] string argumentExpression = null
    )
        where T : class
    {
        if (obj is null)
            Throw($"Expected object of type '{typeof(T).FullName}' to be not null", message, argumentExpression);
        return obj;
    }

    public static T? NotNull<T>(
        this T? obj,
        string message = null,
        [CallerArgumentExpression(nameof(obj))] string argumentExpression = null
    )
        where T : struct
    {
        if (obj is null)
            Throw($"Expected object of type '{typeof(T).FullName}' to be not null", message, argumentExpression);
        return obj;
    }

    public static string NotNullOrEmpty(
        this string str,
        string message = null,
        [CallerArgumentExpression(nameof(str))] string argumentExpression = null
    )
    {
        if (string.IsNullOrEmpty(str))
            Throw("Expected string to be not null or empty", message, argumentExpression);
        return str;
    }

    public static string NotNullOrWhiteSpace(
        this string str,
        string message = null,
        [CallerArgumentExpression(nameof(str))] string argumentExpression = null
    )
    {
        if (string.IsNullOrWhiteSpace(str))
            Throw("Expected string to be not null or whitespace", message, argumentExpression);
        return str;
    }

    public static void NotEmpty<T>(
        IReadOnlyCollection<T> collection,
        string message = null,
        [CallerArgumentExpression(nameof(collection))] string argumentExpression = null
    ) =>
        Check(
            collection.NotNull(argumentExpression: argumentExpression).Count > 0,
            "Expected collection to be not empty",
            message,
            argumentExpression
        );

    public static void Empty<T>(
        IReadOnlyCollection<T> collection,
        string message = null,
        [CallerArgumentExpression(nameof(collection))] string argumentExpression = null
    ) =>
        Check(
            collection.NotNull(argumentExpression: argumentExpression).Count == 0,
            "Expected collection to be empty",
            message,
            argumentExpression
        );

    public static void Count<T>(
        IReadOnlyCollection<T> collection,
        int length,
        string message = null,
        [CallerArgumentExpression(nameof(collection))] string argumentExpression = null
    ) =>
        Check(
            collection.NotNull(argumentExpression: argumentExpression).Count == length,
            $"Expected collection to have length of {length}",
            message,
            argumentExpression
        );

    public static void HasSingleItem<T>(
        IReadOnlyCollection<T> collection,
        string message = null,
        [CallerArgumentExpression(nameof(collection))] string argumentExpression = null
    ) => Count(collection, length: 1, message, argumentExpression);

    public static void FileExists(
        string path,
        string message = null,
        [CallerArgumentExpression(nameof(path))] string argumentExpression = null
    ) =>
        Check(
            File.Exists(path.NotNull(argumentExpression: argumentExpression)),
            $"Expected file to exist: {path}",
            message,
            argumentExpression
        );

    public static void DirectoryExists(
        string path,
        string message = null,
        [CallerArgumentExpression(nameof(path))] string argumentExpression = null
    ) =>
        Check(
            Directory.Exists(path.NotNull(argumentExpression: argumentExpression)),
            $"Expected directory to exist: {path}",
            message,
            argumentExpression
        );

    private static void Check(bool condition, string expectation, string message, string argumentExpression)
    {
        if (!condition)
            Throw(expectation, message, argumentExpression);
    }

    private static void Throw(string expectation, string message, string argumentExpression) =>
        throw new ArgumentException(message ?? expectation, message is null ? argumentExpression : null);
}
