using Slipway.Workflows.Caching;
using Slipway.Workflows.Caching.Keys;
using Slipway.Workflows.Caching.Trees;

namespace Slipway.Components.Caching;

/// <summary>What keys are made of, looked at once: the checkout and the machine as they are now.</summary>
sealed class KeyContext(string root, FileHashes hashes, TimeProvider time)
{
    readonly Dictionary<string, List<Ingredient>> _variables = new(StringComparer.Ordinal);
    WorkingTree? _tree;
    List<Ingredient>? _everywhere;

    public DateTimeOffset Now => time.GetUtcNow();

    public FileHashes Hashes => hashes;

    /// <summary>The same for equal <see cref="IngredientsOf"/>; all files are one ingredient of it.</summary>
    /// <exception cref="CacheUnavailableException">Something about the inputs cannot be known.</exception>
    public CacheKey KeyOf(CachedTarget target, Func<string, CacheKey> keyOf)
    {
        var ingredients = WithoutFiles(target, keyOf);
        if (target.FilePatterns.Count > 0)
            ingredients.Add(FilesOf(Tree.KeyOf(new PathPatterns(target.FilePatterns)), "its files"));
        if (target.TrackedPatterns.Count > 0)
            ingredients.Add(
                FilesOf(Tree.KeyOf(new PathPatterns(target.TrackedPatterns), isTracked: true), "its tracked files")
            );
        return CacheKey.Of(ingredients);
    }

    /// <summary>Each by itself, for a person.</summary>
    /// <inheritdoc cref="KeyOf"/>
    public List<Ingredient> IngredientsOf(CachedTarget target, Func<string, CacheKey> keyOf)
    {
        var ingredients = WithoutFiles(target, keyOf);
        if (target.FilePatterns.Count > 0)
            ingredients.AddRange(Tree.Matching(new PathPatterns(target.FilePatterns)));
        if (target.TrackedPatterns.Count > 0)
            ingredients.AddRange(
                Tree.Matching(new PathPatterns(target.TrackedPatterns), isTracked: true)
                    .Select(file => file with { Name = $"{file.Name} as tracked" })
            );
        return ingredients;
    }

    List<Ingredient> WithoutFiles(CachedTarget target, Func<string, CacheKey> keyOf)
    {
        var ingredients = new List<Ingredient>(Everywhere)
        {
            new(IngredientKind.Definition, "target", target.Name),
            new(IngredientKind.Definition, "its files", string.Join(' ', target.FilePatterns)),
            new(IngredientKind.Definition, "its tracked files", string.Join(' ', target.TrackedPatterns)),
            new(IngredientKind.Definition, "what it produces", string.Join(' ', target.KeptPatterns)),
            new(IngredientKind.Definition, "what it leaves", string.Join(' ', target.LeftPatterns)),
        };
        foreach (var (kind, name, value) in target.Values)
            ingredients.Add(new Ingredient(kind, name, value(this)));
        ingredients.AddRange(Variables(target.VariablePatterns));
        foreach (var taken in target.Taken)
            ingredients.Add(new Ingredient(IngredientKind.Target, taken, keyOf(taken).Text));
        return ingredients;
    }

    static Ingredient FilesOf(CacheKey key, string name) => new(IngredientKind.File, name, key.Text);

    List<Ingredient> Variables(List<string> patterns)
    {
        var question = string.Join('\n', patterns);
        if (!_variables.TryGetValue(question, out var found))
            _variables.Add(
                question,
                found = [.. EnvironmentOfTools.Matching(patterns, Environment.GetEnvironmentVariables())]
            );
        return found;
    }

    /// <summary>The content of a file, or of all files of a directory.</summary>
    public string ContentOf(string? path)
    {
        if (path is null || !Directory.Exists(path))
            return path is null ? "none" : hashes.Of(path);
        return Together(
            Directory
                .EnumerateFiles(path, "*", SearchOption.AllDirectories)
                .Select(file => (Path.GetRelativePath(path, file).Replace('\\', '/'), file))
        );
    }

    public string History() =>
        GitFiles.Find(root) is { } git
            ? CacheKey
                .Of([new(IngredientKind.Tool, "HEAD", git.Head()), new(IngredientKind.Tool, "tags", git.Tags())])
                .Text
            : "none";

    WorkingTree Tree => _tree ??= WorkingTree.Of(root, hashes);

    List<Ingredient> Everywhere =>
        _everywhere ??= [
            .. EnvironmentOfTools.Machine(),
            new Ingredient(IngredientKind.Tool, "the build itself", TheBuild()),
        ];

    /// <summary>The programs that are run, whatever they were compiled from, and whether ahead or not (build.sh).</summary>
    string TheBuild() =>
        CacheKey
            .Of(
                Directory
                    .EnumerateFiles(AppContext.BaseDirectory, "*.dll")
                    .Select(file => new Ingredient(
                        IngredientKind.File,
                        Path.GetFileName(file),
                        hashes.OfForm(file, "assembly", AssemblyIdentity.Of)
                    ))
            )
            .Text;

    string Together(IEnumerable<(string Name, string File)> files) =>
        CacheKey.Of(files.Select(file => new Ingredient(IngredientKind.File, file.Name, hashes.Of(file.File)))).Text;
}
