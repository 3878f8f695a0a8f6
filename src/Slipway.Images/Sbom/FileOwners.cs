namespace Slipway.Images;

/// <summary>Which library brought which file of the application's layer.</summary>
sealed class FileOwners
{
    static readonly string[] Binaries = [".dll", ".exe", ".so", ".dylib", ".a", ".wasm"];

    readonly Dictionary<string, List<LayerFile>> _files = new(StringComparer.Ordinal);
    readonly Dictionary<string, List<string>> _missing = new(StringComparer.Ordinal);

    /// <summary>Programs and libraries that nothing accounts for: what they are cannot be told.</summary>
    public IReadOnlyList<LayerFile> Unowned { get; private init; } = [];

    public IReadOnlyList<LayerFile> FilesOf(DepsLibrary library) => _files.GetValueOrDefault(library.Key) ?? [];

    /// <summary>Files that a library should have brought and the image does not hold.</summary>
    public IReadOnlyList<string> Missing(DepsLibrary library) => _missing.GetValueOrDefault(library.Key) ?? [];

    public static FileOwners Of(ImageContent content)
    {
        var prefix = content.Directory.Length == 0 ? "" : content.Directory + "/";
        // An archive may hold a path twice: the last one counts.
        var there = content
            .Files.ToLookup(file => file.Path, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.Last(), StringComparer.Ordinal);
        var owned = new HashSet<string>(StringComparer.Ordinal);
        var owners = new Dictionary<string, List<LayerFile>>(StringComparer.Ordinal);
        var missing = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var library in content.Application.Libraries)
        foreach (var file in library.Files.Select(file => prefix + file).Distinct(StringComparer.Ordinal))
        {
            if (!there.TryGetValue(file, out var found))
                Of(missing, library).Add($"/{file}");
            else if (owned.Add(file))
                Of(owners, library).Add(found);
        }

        var rest = there.Values.Where(file => !owned.Contains(file.Path)).ToLookup(IsBinary(prefix, content));
        var application = content.Application.Libraries.FirstOrDefault(library =>
            library.IsProject && library.Name.Equals(content.Application.Name, StringComparison.Ordinal)
        );
        // Settings, pages and symbols are the application's own; without one nothing can be said of them.
        if (application is not null)
            Of(owners, application).AddRange(rest[false]);
        var made = new FileOwners { Unowned = [.. rest[true], .. application is null ? rest[false] : []] };
        foreach (var (key, files) in owners)
            made._files[key] = [.. files.OrderBy(file => file.Path, StringComparer.Ordinal)];
        foreach (var (key, files) in missing)
            made._missing[key] = files;
        return made;
    }

    static List<T> Of<T>(Dictionary<string, List<T>> all, DepsLibrary library)
    {
        if (!all.TryGetValue(library.Key, out var found))
            all[library.Key] = found = [];
        return found;
    }

    /// <summary>Apart from the program that the SDK makes to start the application, which has its name.</summary>
    static Func<LayerFile, bool> IsBinary(string prefix, ImageContent content) =>
        file =>
            !file.Path.Equals(prefix + content.Application.Name, StringComparison.Ordinal)
            && !file.Path.Equals($"{prefix}{content.Application.Name}.exe", StringComparison.Ordinal)
            && (
                Binaries.Contains(Path.GetExtension(file.Path), StringComparer.OrdinalIgnoreCase)
                || Path.GetFileName(file.Path).Contains(".so.", StringComparison.Ordinal)
            );
}
