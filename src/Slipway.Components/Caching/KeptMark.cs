using Slipway.Workflows.Caching.Keys;
using Slipway.Workflows.Caching.Trees;

namespace Slipway.Components.Caching;

/// <summary>
/// Remembers for which results, of which commit, what a release asks for has been written, so that a run in which nothing
/// has changed need not ask git which commit this is.
/// </summary>
static class KeptMark
{
    public static bool IsUpToDate(IHazEnvironments build, RunRecord record) =>
        Of(build, record) is { } mark
        && File.Exists(FileOf(build))
        && mark.Equals(File.ReadAllText(FileOf(build)), StringComparison.Ordinal);

    public static void Write(IHazEnvironments build, RunRecord record)
    {
        if (Of(build, record) is { } mark)
            File.WriteAllText(FileOf(build), mark);
    }

    /// <summary>Null: something in it cannot be told here.</summary>
    static string? Of(IHazEnvironments build, RunRecord record)
    {
        if (GitFiles.Find(build.RootDirectory) is not { } git)
            return null;
        // The index tells what is added and committed; the directory, what was written or removed there.
        if (FileStamp.Of(git.Index) is not { } index || FileStamp.Of(build.ChecksDirectory) is not { } directory)
            return null;
        return CacheKey
            .Of([
                new(IngredientKind.Tool, "commit", git.Head()),
                new(IngredientKind.File, "index", index.ToString()),
                new(IngredientKind.File, "kept checks", directory.ToString()),
                .. record.Replays.Keys.Select(key => new Ingredient(IngredientKind.Target, "result", key)),
            ])
            .Text;
    }

    static string FileOf(IHazEnvironments build) => build.TemporaryDirectory / "kept-checks";
}
