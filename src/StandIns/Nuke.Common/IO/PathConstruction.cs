// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common.Utilities;
using Nuke.Common.Utilities.Collections;

namespace Nuke.Common.IO;

/// <summary>
/// Path arithmetic on strings that does not depend on the running system: the root of a path decides its separator
/// (<c>/</c> for Unix, <c>\</c> for <c>C:</c> and <c>\\server</c>); a path without a root takes the system's.
/// </summary>
public static class PathConstruction
{
    internal const char WinSeparator = '\\';
    internal const char UncSeparator = '\\';
    internal const char UnixSeparator = '/';

    internal static char[] AllSeparators => [WinSeparator, UnixSeparator];

    public static WinRelativePath GetWinRelativePath(string basePath, string destinationPath) =>
        (WinRelativePath)GetRelativePath(basePath, destinationPath);

    public static UnixRelativePath GetUnixRelativePath(string basePath, string destinationPath) =>
        (UnixRelativePath)GetRelativePath(basePath, destinationPath);

    public static RelativePath GetRelativePathTo(this AbsolutePath basePath, string destinationPath) =>
        (RelativePath)GetRelativePath(basePath, destinationPath);

    public static WinRelativePath GetWinRelativePathTo(this AbsolutePath basePath, string destinationPath) =>
        GetWinRelativePath(basePath, destinationPath);

    public static UnixRelativePath GetUnixRelativePathTo(this AbsolutePath basePath, string destinationPath) =>
        GetUnixRelativePath(basePath, destinationPath);

    public static WinRelativePath ToWinRelativePath(this RelativePath path) => (WinRelativePath)(string)path;

    public static UnixRelativePath ToUnixRelativePath(this RelativePath path) => (UnixRelativePath)(string)path;

    /// <summary>Whether the other path is this one or lies below it.</summary>
    public static bool Contains(this AbsolutePath basePath, string destinationPath) =>
        IsDescendantPath(basePath, destinationPath);

    /// <summary>The way from one path to another. As in NUKE, common parts are compared without regard to case.</summary>
    public static string GetRelativePath(string basePath, string destinationPath)
    {
        var (from, to) = (NormalizePath(basePath), NormalizePath(destinationPath));
        var separator = SeparatorOf(from);
        Assert.True(separator == SeparatorOf(to), "Separators do not match");
        Assert.True(
            !HasWinRoot(from) || to.StartsWith(from[..2], StringComparison.Ordinal),
            $"'{basePath}' and '{destinationPath}' are on different drives"
        );

        var fromParts = from.Split(separator, StringSplitOptions.RemoveEmptyEntries);
        var toParts = to.Split(separator, StringSplitOptions.RemoveEmptyEntries);
        var common = 0;
        while (
            common < Math.Min(fromParts.Length, toParts.Length)
            && fromParts[common].EqualsOrdinalIgnoreCase(toParts[common])
        )
        {
            common++;
        }

        return Enumerable.Repeat("..", fromParts.Length - common).Concat(toParts[common..]).Join(separator);
    }

    /// <summary>Whether <paramref name="destinationPath"/> is <paramref name="basePath"/> or lies below it.</summary>
    public static bool IsDescendantPath(string basePath, string destinationPath) =>
        NormalizePath(destinationPath)
            .Split(AllSeparators)
            .SequenceStartsWith(NormalizePath(basePath).Split(AllSeparators));

    public static bool HasPathRoot(string path) => RootLength(path) > 0;

    /// <summary><c>/</c>, <c>C:</c> or <c>\\server</c>; null for a path without a root.</summary>
    public static string GetPathRoot(string path) => RootLength(path) is > 0 and var length ? path[..length] : null;

    /// <summary>Puts one path after another with the separator of the first. The second must have no root.</summary>
    public static string Combine(string left, string right, char? separator = null)
    {
        left = TrimEnd(left);
        right = TrimEnd(right);
        Assert.False(HasPathRoot(right), $"Second path must not be rooted, but '{right}' is");

        if (string.IsNullOrWhiteSpace(left))
            return right ?? string.Empty;
        if (string.IsNullOrWhiteSpace(right))
            return IsWinRoot(left) ? left + WinSeparator : left;

        AssertSeparator(left, separator);
        return IsUnixRoot(left) ? left + right : left + (separator ?? SeparatorOf(left)) + right;
    }

    /// <summary>Resolves <c>.</c>, <c>..</c>, repeated and trailing separators; a path may not climb above its root.</summary>
    public static string NormalizePath(string path, char? separator = null)
    {
        AssertSeparator(path, separator);
        path ??= string.Empty;
        var rootLength = RootLength(path);
        var parts = new List<string>();
        foreach (var part in path[rootLength..].Split(AllSeparators, StringSplitOptions.RemoveEmptyEntries))
        {
            if (part is ".")
                continue;
            if (part is ".." && parts.Count > 0 && parts[^1] is not "..")
            {
                parts.RemoveAt(parts.Count - 1);
                continue;
            }

            Assert.True(part is not ".." || rootLength == 0, $"Cannot normalize '{path}' beyond path root");
            parts.Add(part);
        }

        var tail = string.Join(separator ?? SeparatorOf(path), parts);
        return Combine(path[..rootLength], tail, separator);
    }

    internal static bool HasWinRoot(string path) => path is [var drive, ':', ..] && char.IsLetter(drive);

    internal static bool IsWinRoot(string path) => path.Length == 2 && HasWinRoot(path);

    internal static bool IsUnixRoot(string path) => path is [UnixSeparator];

    internal static bool IsUncRoot(string path) =>
        RootLength(path) == path.Length && path.StartsWith(@"\\", StringComparison.Ordinal);

    private static int RootLength(string path)
    {
        switch (path)
        {
            case [UnixSeparator, ..]:
                return 1;
            case [var drive, ':', ..] when char.IsLetter(drive):
                return 2;
            case [UncSeparator, UncSeparator, var host, ..] when char.IsLetterOrDigit(host):
                var end = path.IndexOf(UncSeparator, startIndex: 2);
                return end < 0 ? path.Length : end;
            default:
                return 0;
        }
    }

    private static char SeparatorOf(string path) =>
        path is [UnixSeparator, ..] ? UnixSeparator
        : HasPathRoot(path) ? WinSeparator
        : Path.DirectorySeparatorChar;

    private static void AssertSeparator(string path, char? separator) =>
        Assert.True(
            separator is null || !HasPathRoot(path) || separator == SeparatorOf(path),
            $"Separator '{separator}' does not fit the root of '{path}'"
        );

    private static string TrimEnd(string path) =>
        path is null || IsUnixRoot(path) ? path : path.TrimEnd(WinSeparator, UnixSeparator);
}
