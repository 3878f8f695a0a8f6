namespace Slipway.Releases.Compatibility.OpenApi.Schemas;

/// <summary>
/// Compares what a value may look like, for one operation. Schemas may refer to themselves: each pair is compared once.
/// </summary>
sealed class SchemaComparison(Findings findings, string operation)
{
    readonly HashSet<(string Old, string New, Direction)> _compared = [];

    public void Compare(Schema old, Schema @new, Direction direction) => Compare(old, @new, direction, sayNull: true);

    /// <param name="sayNull">Whether null matters; not for an alternative, beside which it stands.</param>
    void Compare(Schema old, Schema @new, Direction direction, bool sayNull)
    {
        if (!_compared.Add((old.Pointer, @new.Pointer, direction)))
            return;
        if (sayNull && old.IsTyped && @new.IsTyped && old.AllowsNull != @new.AllowsNull)
            Add(
                direction,
                @new.AllowsNull ? Shift.Widened : Shift.Narrowed,
                @new.Place("type"),
                @new.AllowsNull ? "null is new" : "null is gone"
            );
        CompareDefaults(old, @new, direction);
        CompareDiscriminators(old, @new, direction);
        if (AreAlternatives(old, @new))
            CompareAlternatives(Choices(old), Choices(@new), direction);
        else
            CompareKeywords(old, @new, direction);
    }

    void CompareKeywords(Schema old, Schema @new, Direction direction)
    {
        foreach (var rule in KeywordRules.All)
        {
            if (rule.Compare(old, @new) is { } move)
                Add(direction, move.Shift, Place(old, @new, rule.Keywords), move.What);
        }

        foreach (var keyword in SchemaKeywords.Unknown(old).Union(SchemaKeywords.Unknown(@new), StringComparer.Ordinal))
        {
            if (!AreEqual([.. old.Said(keyword)], [.. @new.Said(keyword)]))
                findings.Add(OpenApiRules.NotJudged, operation, Place(old, @new, [keyword]), $"{keyword} has changed");
        }

        new ObjectComparison(
            findings,
            operation,
            direction,
            (before, after) => Compare(before, after, direction)
        ).Compare(old, @new);
        CompareItems(old, @new, direction);
        CompareLists(old, @new, direction);
    }

    static bool AreEqual(List<Node> old, List<Node> @new) =>
        old.Count == @new.Count && old.Zip(@new).All(pair => Node.AreEqual(pair.First, pair.Second));

    static string Place(Schema old, Schema @new, IReadOnlyList<string> keywords) =>
        keywords
            .SelectMany(@new.Said)
            .Concat(keywords.SelectMany(old.Said))
            .Select(node => node.Pointer)
            .FirstOrDefault()
        ?? @new.Pointer;

    void CompareItems(Schema old, Schema @new, Direction direction)
    {
        var (before, after) = (old.Said("items").ToList(), @new.Said("items").ToList());
        if (before.Count > 0 || after.Count > 0)
            Compare(old.Below(before), @new.Below(after), direction);
    }

    void CompareLists(Schema old, Schema @new, Direction direction)
    {
        if (old.Alternatives.Count != @new.Alternatives.Count)
            Add(direction, Shift.Replaced, @new.Pointer, "the alternatives (oneOf, anyOf) are others");
        else
            foreach (var (before, after) in old.Alternatives.Zip(@new.Alternatives))
                CompareAlternatives(
                    before.Select(node => old.Below(node)),
                    after.Select(node => @new.Below(node)),
                    direction
                );
    }

    /// <summary>One says nothing but its alternatives, and the other is like it, or could be one of them.</summary>
    static bool AreAlternatives(Schema old, Schema @new) =>
        (old.IsUnion && (@new.IsUnion || @new.Alternatives.Count == 0))
        || (@new.IsUnion && old.Alternatives.Count == 0);

    static IEnumerable<Schema> Choices(Schema schema) =>
        schema.IsUnion ? schema.Alternatives[0].Select(node => schema.Below(node)) : [schema];

    void CompareAlternatives(IEnumerable<Schema> old, IEnumerable<Schema> @new, Direction direction)
    {
        var match = AlternativeMatch.Of(old, @new);
        foreach (var (before, after) in match.Pairs)
            Compare(before, after, direction, sayNull: false);
        foreach (var gone in match.Gone)
            Add(direction, Shift.Narrowed, gone.Pointer, $"the alternative {Name(gone)} is gone");
        foreach (var added in match.Added)
            Add(direction, Shift.Widened, added.Pointer, $"the alternative {Name(added)} is new");
    }

    static string Name(Schema schema) => $"'{schema.Pointer[(schema.Pointer.LastIndexOf('/') + 1)..]}'";

    /// <summary>It tells a client which alternative has come.</summary>
    void CompareDiscriminators(Schema old, Schema @new, Direction direction)
    {
        var (before, after) = (Discriminator(old), Discriminator(@new));
        if (!string.Equals(before, after, StringComparison.Ordinal))
            Add(
                direction,
                Shift.Replaced,
                @new.Place("discriminator"),
                $"the discriminator: {before ?? "none"} → {after ?? "none"}"
            );
    }

    static string? Discriminator(Schema schema) =>
        schema.Said("discriminator").Select(node => node.Text("propertyName")).FirstOrDefault();

    void CompareDefaults(Schema old, Schema @new, Direction direction)
    {
        if (
            direction == Direction.Request
            && old.Said("default").ToList() is [var before, ..]
            && @new.Said("default").ToList() is [var after, ..]
            && !Node.AreEqual(before, after)
        )
            findings.Add(
                SchemaRules.DefaultChanged,
                operation,
                after.Pointer,
                $"default: {before.Value.GetRawText()} → {after.Value.GetRawText()}"
            );
    }

    void Add(Direction direction, Shift shift, string pointer, string what) =>
        findings.Add(SchemaRules.Of(direction, shift), operation, pointer, what);
}
