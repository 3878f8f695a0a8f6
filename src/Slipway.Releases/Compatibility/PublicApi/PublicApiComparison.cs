namespace Slipway.Releases.Compatibility.PublicApi;

/// <summary>One line that is gone from, or new in, what a library offers.</summary>
/// <param name="Rule"><c>api-removed</c>, <c>api-added</c>, <c>api-restricted</c> or <c>api-opened</c>.</param>
public sealed record PublicApiChange(string Rule, Impact Impact, string Line);

/// <summary>
/// What has changed for the callers of a library. Most lines offer something: to take them away breaks. Some restrict what
/// another one offers (<c>sealed</c>, <c>abstract</c>, <c>protected</c>, <c>required</c>, <c>where</c>): to add them to
/// what was there before breaks.
/// </summary>
public static class PublicApiComparison
{
    static readonly string[] Kinds = ["class", "static class", "struct", "interface", "enum", "delegate"];

    /// <param name="old">The lines of the last release, as <see cref="PublicSurface"/> writes them.</param>
    public static IReadOnlyList<PublicApiChange> Compare(IReadOnlyList<string> old, IReadOnlyList<string> @new)
    {
        var before = old.ToHashSet(StringComparer.Ordinal);
        var types = (Old: TypesOf(old), New: TypesOf(@new));
        return
        [
            .. old.Except(@new, StringComparer.Ordinal)
                .Select(line =>
                    IsRestriction(line)
                        ? new PublicApiChange("api-opened", Impact.Additive, line)
                        : new PublicApiChange("api-removed", Impact.Breaking, line)
                ),
            .. @new.Except(old, StringComparer.Ordinal)
                .Select(line =>
                    IsRestriction(line) && ConcernsOld(line, before, types.Old, types.New)
                        ? new PublicApiChange("api-restricted", Impact.Breaking, line)
                        : new PublicApiChange("api-added", Impact.Additive, line)
                ),
        ];
    }

    static bool IsRestriction(string line) =>
        FirstWord(line) is "sealed" or "abstract" or "protected" or "required" or "where";

    static bool ConcernsOld(string line, HashSet<string> before, HashSet<string> oldTypes, HashSet<string> newTypes)
    {
        var subject = line[(FirstWord(line).Length + 1)..];
        return FirstWord(line) switch
        {
            "protected" => before.Contains(subject) || oldTypes.Contains(subject),
            "where" => Named(subject[(subject.IndexOf(" in ", StringComparison.Ordinal) + 4)..]),
            _ when newTypes.Contains(subject) => oldTypes.Contains(subject),
            // A new member that others must implement or set, of a type that they have already.
            _ => Owner(subject, newTypes) is { } owner && oldTypes.Contains(owner),
        };

        bool Named(string text) => before.Contains(text) || oldTypes.Contains(text);
    }

    /// <summary>The type that a member's line begins with: of nested ones the innermost.</summary>
    static string? Owner(string member, HashSet<string> types)
    {
        var name = member.StartsWith("static ", StringComparison.Ordinal) ? member[7..] : member;
        name = name.StartsWith("event ", StringComparison.Ordinal) ? name[6..] : name;
        return types.Where(type => name.StartsWith($"{type}.", StringComparison.Ordinal)).MaxBy(type => type.Length);
    }

    static HashSet<string> TypesOf(IEnumerable<string> lines) =>
        lines
            .Select(line =>
                (Line: line, Kind: Kinds.FirstOrDefault(kind => line.StartsWith($"{kind} ", StringComparison.Ordinal)))
            )
            .Where(found => found.Kind is not null)
            .Select(found => found.Line[(found.Kind!.Length + 1)..])
            .ToHashSet(StringComparer.Ordinal);

    static string FirstWord(string line) => line.Split(' ', 2)[0];
}
