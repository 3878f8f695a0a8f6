using System.Globalization;
using System.Text.Json;

namespace Slipway.Releases.Compatibility.OpenApi.Schemas;

/// <summary>How small or large something may be.</summary>
static class Bounds
{
    /// <param name="exclusive">The keyword for a bound that is not allowed itself: a number, or in 3.0 true.</param>
    public static KeywordRule Lower(string keyword, string? exclusive = null) =>
        new(
            exclusive is null ? [keyword] : [keyword, exclusive],
            (old, @new) => Compare(keyword, Of(old, keyword, exclusive, -1), Of(@new, keyword, exclusive, -1), -1)
        );

    /// <inheritdoc cref="Lower"/>
    public static KeywordRule Upper(string keyword, string? exclusive = null) =>
        new(
            exclusive is null ? [keyword] : [keyword, exclusive],
            (old, @new) => Compare(keyword, Of(old, keyword, exclusive, 1), Of(@new, keyword, exclusive, 1), 1)
        );

    static Move? Compare(string keyword, Bound? before, Bound? after, int side)
    {
        var order =
            before is null ? (after is null ? 0 : -1)
            : after is null ? 1
            : after.CompareTo(before, side);
        var what = $"{keyword}: {before?.ToString() ?? "none"} → {after?.ToString() ?? "none"}";
        return order switch
        {
            0 => null,
            < 0 => new Move(Shift.Narrowed, what),
            _ => new Move(Shift.Widened, what),
        };
    }

    /// <summary>The tightest of what is said.</summary>
    static Bound? Of(Schema schema, string keyword, string? exclusive, int side) =>
        schema
            .Parts.SelectMany(part => Of(part, keyword, exclusive))
            .Order(Comparer<Bound>.Create((left, right) => left.CompareTo(right, side)))
            .FirstOrDefault();

    static IEnumerable<Bound> Of(Node part, string keyword, string? exclusive)
    {
        var isExclusive = exclusive is not null && part.Flag(exclusive);
        if (part[keyword] is { Value.ValueKind: JsonValueKind.Number } bound)
            yield return new Bound(bound.Value, isExclusive);
        if (exclusive is not null && part[exclusive] is { Value.ValueKind: JsonValueKind.Number } other)
            yield return new Bound(other.Value, IsExclusive: true);
    }

    sealed record Bound(JsonElement Value, bool IsExclusive)
    {
        /// <summary>Below 0: this one allows less.</summary>
        /// <param name="side">-1: a lower bound, 1: an upper one.</param>
        public int CompareTo(Bound other, int side)
        {
            var order = side * CompareNumbers(Value, other.Value);
            return order != 0 ? order : other.IsExclusive.CompareTo(IsExclusive);
        }

        public override string ToString() =>
            string.Create(CultureInfo.InvariantCulture, $"{Value.GetRawText()}{(IsExclusive ? " (excluded)" : "")}");

        /// <summary>Exact where a decimal holds both, as it holds every 64-bit integer.</summary>
        static int CompareNumbers(JsonElement left, JsonElement right) =>
            left.TryGetDecimal(out var one) && right.TryGetDecimal(out var two)
                ? one.CompareTo(two)
                : left.GetDouble().CompareTo(right.GetDouble());
    }
}
