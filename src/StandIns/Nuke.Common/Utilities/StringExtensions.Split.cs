// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

namespace Nuke.Common.Utilities;

public static partial class StringExtensions
{
    private static string[] KnownWords =>
        [
            "DotNet",
            "GitHub",
            "GitVersion",
            "MSBuild",
            "NuGet",
            "ReSharper",
            "AppVeyor",
            "TeamCity",
            "GitLab",
            "SignPath",
            "JetBrains",
        ];

    /// <summary>Splits where the predicate, given a character and its index, says so.</summary>
    public static IEnumerable<string> Split(
        this string str,
        Func<char, int, bool> predicate,
        bool includeSplitCharacter = false
    )
    {
        var start = 0;
        for (var i = 0; i < str.Length; i++)
        {
            if (!predicate(str[i], i))
                continue;
            yield return str[start..i];
            start = includeSplitCharacter ? i : i + 1;
        }

        yield return str[start..];
    }

    /// <summary><c>fooBarBAZ</c> is <c>foo</c>, <c>Bar</c>, <c>BAZ</c>; exclusions stay whole.</summary>
    public static IEnumerable<string> SplitCamelHumps(this string str, params string[] exclusions)
    {
        var afterLower = false;
        var wordEnd = 0;
        return str.Split(
            (character, index) =>
            {
                var isHump = afterLower && char.IsUpper(character);
                afterLower = char.IsLower(character) && !isHump;
                var word =
                    index >= wordEnd ? exclusions.Where(x => StartsAt(str, index, x)).MaxBy(x => x.Length) : null;
                if (word is null)
                    return isHump && index > wordEnd;
                wordEnd = index + word.Length - 1;
                return index > 0;
            },
            includeSplitCharacter: true
        );
    }

    public static IEnumerable<string> SplitCamelHumpsWithKnownWords(this string str) => str.SplitCamelHumps(KnownWords);

    public static string[] SplitLineBreaks(this string str, StringSplitOptions options = StringSplitOptions.None) =>
        str.Split(["\r\n", "\n"], options);

    public static string[] SplitParagraphs(this string str, StringSplitOptions options = StringSplitOptions.None) =>
        str.Split(["\r\n\r\n", "\n\n"], options);

    public static string[] SplitSpace(this string str) => str.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Writes names such as <c>NuGet</c> as they are written.</summary>
    public static string ReplaceKnownWords(this string str) =>
        KnownWords.Aggregate(str, (text, word) => text.Replace(word, word, StringComparison.OrdinalIgnoreCase));

    private static bool StartsAt(string str, int index, string word) =>
        str.AsSpan(index).StartsWith(word, StringComparison.OrdinalIgnoreCase);
}
