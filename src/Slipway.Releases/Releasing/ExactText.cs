namespace Slipway.Releases;

/// <summary>Ids and names are the same when each character is.</summary>
static class ExactText
{
    public static bool Is(this string? one, string? other) => string.Equals(one, other, StringComparison.Ordinal);
}
