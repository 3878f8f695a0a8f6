namespace Slipway.Workflows.Caching.Keys;

/// <summary>What kind of thing a result depends on. The numbers are a part of every key.</summary>
public enum IngredientKind
{
    /// <summary>What the target says of itself: its name, its patterns, the version of the format.</summary>
    Definition = 0,

    /// <summary>A file of the working tree: its type, whether it can be executed, its content.</summary>
    File = 1,

    Parameter = 2,

    /// <summary>A program that does the work, the build itself included.</summary>
    Tool = 3,

    /// <summary>An environment variable.</summary>
    Variable = 4,

    /// <summary>A target whose results are taken: its key.</summary>
    Target = 5,
}

/// <summary>One thing that a result depends on.</summary>
/// <remarks>A class, as is all else here of which there are lists: of those the runtime has compiled code, of values none.</remarks>
/// <param name="Name">What it is called, for a file its path from the root with forward slashes.</param>
/// <param name="Value">What it is; a hash where it is long or nobody's business.</param>
public sealed record Ingredient(IngredientKind Kind, string Name, string Value);
