namespace Slipway.Releases.Compatibility.OpenApi.Schemas;

/// <summary>Which alternatives of two lists are the same one.</summary>
sealed record AlternativeMatch(
    IReadOnlyList<(Schema Old, Schema New)> Pairs,
    IReadOnlyList<Schema> Gone,
    IReadOnlyList<Schema> Added
)
{
    /// <summary>
    /// The best evidence first: the same component; the same text, which a renamed component has; the same types. Two
    /// components of different names and texts are different alternatives, though their types are the same.
    /// </summary>
    public static AlternativeMatch Of(IEnumerable<Schema> old, IEnumerable<Schema> @new)
    {
        var (gone, added) = (old.ToList(), @new.ToList());
        var pairs = new List<(Schema, Schema)>();
        foreach (var isSame in (Func<Schema, Schema, bool>[])[HaveOneName, HaveOneText, HaveOneType])
        {
            foreach (var before in gone.ToList())
            {
                if (added.Find(after => isSame(before, after)) is not { } match)
                    continue;
                pairs.Add((before, match));
                gone.Remove(before);
                added.Remove(match);
            }
        }

        return new AlternativeMatch(pairs, gone, added);
    }

    static bool HaveOneName(Schema old, Schema @new) =>
        IsComponent(old) && string.Equals(old.Pointer, @new.Pointer, StringComparison.Ordinal);

    static bool HaveOneText(Schema old, Schema @new) =>
        IsComponent(old) == IsComponent(@new)
        && old.Parts.Count == @new.Parts.Count
        && old.Parts.Zip(@new.Parts).All(parts => Node.AreEqual(parts.First, parts.Second));

    static bool HaveOneType(Schema old, Schema @new) =>
        !(IsComponent(old) && IsComponent(@new)) && old.Types == @new.Types;

    static bool IsComponent(Schema schema) =>
        schema.Pointer.StartsWith("#/components/schemas/", StringComparison.Ordinal)
        && schema.Pointer.Count(character => character == '/') == 3;
}
