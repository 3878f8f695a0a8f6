using Nuke.Common.Utilities;

namespace Nuke.Common.Execution;

/// <summary>What can come next on a command line.</summary>
internal static class Completion
{
    /// <summary>Comes first on the command line, before the name of the build and the words to complete.</summary>
    public const string Command = ":complete";

    /// <param name="words">The command line so far; an empty last word asks for anything.</param>
    public static IEnumerable<string> For(
        IEnumerable<string> words,
        INukeBuild build,
        IReadOnlyCollection<ExecutableTarget> targets
    ) => For([.. words], Items(build, targets));

    /// <param name="items">The parameters, each with its values.</param>
    public static IEnumerable<string> For(
        IReadOnlyList<string> words,
        IReadOnlyDictionary<string, IReadOnlyList<string>> items
    )
    {
        var current = words.Count > 0 ? words[^1] : "";
        var named = words.Where(IsName).Select(CommandLineArguments.Plain).ToList();
        var behind = named.Count > 0 ? named[^1] : Constants.InvokedTargetsParameterName;

        if (!IsName(current))
        {
            var values = items.FirstOrDefault(x => x.Key.EqualsOrdinalIgnoreCase(behind)).Value ?? [];
            var given = words.Reverse().TakeWhile(x => !IsName(x)).Select(CommandLineArguments.Plain).ToList();
            foreach (var value in values.Where(x => !given.Contains(x, StringComparer.OrdinalIgnoreCase)))
            {
                if (
                    Continue(
                        behind.EqualsOrdinalIgnoreCase(Constants.InvokedTargetsParameterName) ? Dashed(value) : value,
                        current
                    ) is
                    { } item
                )
                    yield return item;
            }
        }

        if (current.Length > 0 && !IsName(current))
            yield break;

        var withDashes = current.TrimStart('-').Length == 0 || current.StartsWith("--", StringComparison.Ordinal);
        foreach (var name in items.Keys.Where(x => !named.Contains(x, StringComparer.OrdinalIgnoreCase)))
        {
            if (Continue(withDashes ? $"--{ParameterNames.Dashed(name)}" : $"-{name}", current) is { } item)
                yield return item;
        }
    }

    private static Dictionary<string, IReadOnlyList<string>> Items(
        INukeBuild build,
        IReadOnlyCollection<ExecutableTarget> targets
    )
    {
        var names = targets.Select(x => x.Name).Order(StringComparer.Ordinal).ToList();
        var items = ParameterDescription
            .All(build)
            .OrderBy(x => !x.IsOfEngine)
            .ToDictionary(x => x.Name, x => x.AllowedValues ?? ValueSets.NamesOf(x.Type), StringComparer.Ordinal);
        items[Constants.InvokedTargetsParameterName] = names;
        items[Constants.SkippedTargetsParameterName] = names;
        items[nameof(Host)] = [.. Host.AvailableTypes.Select(x => x.Name).Order(StringComparer.Ordinal)];
        items[Constants.LoadedLocalProfilesParameterName] = [.. Constants.GetProfileNames(build.RootDirectory)];
        return items;
    }

    private static bool IsName(string word) => word.StartsWith('-');

    private static string Dashed(string target) => target.SplitCamelHumpsWithKnownWords().JoinDash();

    /// <summary>The item as a continuation of what is typed, in the case in which it is typed; null when it is none.</summary>
    private static string? Continue(string item, string typed)
    {
        if (!item.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
            return null;

        var continued = typed + item[typed.Length..];
        var letters = typed.Where(char.IsLetter).ToList();
        if (letters.Count == 0 || continued.Equals(item, StringComparison.Ordinal))
            return continued;
        if (letters.TrueForAll(char.IsUpper))
            return continued.ToUpperInvariant();
        return letters.TrueForAll(char.IsLower) ? continued.ToLowerInvariant() : continued;
    }
}
