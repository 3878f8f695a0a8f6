using System.Text;
using Slipway.Workflows.Caching.Keys;
using Slipway.Workflows.Caching.Store;
using Slipway.Workflows.Caching.Trees;

namespace Slipway.Workflows.Tests.Caching.Store;

/// <summary>Entries and outputs that many tests need.</summary>
static class Entries
{
    public static CacheEntry Of(string target, string input = "1") =>
        new()
        {
            Key = KeyOf(target, input),
            Target = target,
            Made = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
            Duration = TimeSpan.FromSeconds(12),
            Summary = [KeyValuePair.Create("Passed", "7")],
            Findings = Encoding.UTF8.GetBytes("found"),
        };

    public static CacheKey KeyOf(string target, string input = "1") =>
        CacheKey.Of([new(IngredientKind.Definition, target, input)]);

    /// <summary>Everything below <c>out</c> is kept.</summary>
    public static OutputFiles Kept(string root) =>
        new(root, new PathPatterns(["out/**"]), new PathPatterns([]), new PathPatterns(["out/**/*.xml"]));

    /// <summary>Everything below <c>out</c> is left where it is.</summary>
    public static OutputFiles Left(string root) =>
        new(root, new PathPatterns([]), new PathPatterns(["out/**"]), new PathPatterns([]));

    public static FileHashes Hashes => new(memory: null, TimeProvider.System);
}
