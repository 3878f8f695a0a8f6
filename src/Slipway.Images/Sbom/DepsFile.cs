using System.Text.Json;

namespace Slipway.Images;

/// <summary>
/// What a published .NET application says that it consists of: its <c>.deps.json</c>
/// (github.com/dotnet/sdk, documentation/specs/runtime-configuration-file.md).
/// </summary>
/// <param name="Name">The application's, without <c>.deps.json</c>.</param>
/// <param name="Libraries">By ordinal order of their keys.</param>
sealed record DepsFile(string Name, IReadOnlyList<DepsLibrary> Libraries)
{
    public const string Extension = ".deps.json";

    /// <param name="file">Its path, for the error.</param>
    /// <exception cref="ImageException">It is none.</exception>
    public static DepsFile Parse(ReadOnlyMemory<byte> json, string file)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            var target = root.GetProperty("runtimeTarget").GetProperty("name").GetString()!;
            var assets = root.GetProperty("targets").GetProperty(target);
            var libraries = root.GetProperty("libraries")
                .EnumerateObject()
                .Select(library => Read(library, assets.GetProperty(library.Name)))
                .DistinctBy(library => library.Key, StringComparer.OrdinalIgnoreCase)
                .OrderBy(library => library.Key, StringComparer.Ordinal)
                .ToList();
            return new DepsFile(Path.GetFileName(file)[..^Extension.Length], libraries);
        }
        catch (Exception exception)
            when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new ImageException(
                $"{file} does not say what the application consists of: {exception.Message.TrimEnd('.')}. "
                    + "Publish the application again and build the image of that.",
                exception
            );
        }
    }

    static DepsLibrary Read(JsonProperty library, JsonElement assets)
    {
        if (library.Name.Split('/') is not [{ Length: > 0 } name, { Length: > 0 } version])
            throw new FormatException($"'{library.Name}' is no name and version of a library");
        return new DepsLibrary(name, version, Text(library.Value, "type") ?? "")
        {
            ContentHash = Text(library.Value, "sha512") is { Length: > 0 } hash ? hash : null,
            Path = Text(library.Value, "path"),
            HashPath = Text(library.Value, "hashPath"),
            DependsOn = [.. Members(assets, "dependencies").Select(one => $"{one.Name}/{one.Value.GetString()}")],
            Files = [.. Files(assets)],
        };
    }

    /// <summary>Where a publish puts them: next to the application, resources and what is of one platform in directories.</summary>
    static IEnumerable<string> Files(JsonElement assets)
    {
        foreach (var kind in (string[])["runtime", "native"])
        foreach (var file in Members(assets, kind))
            yield return Text(file.Value, "localPath") ?? NameOf(file.Name);
        foreach (var file in Members(assets, "resources"))
            yield return Text(file.Value, "localPath") ?? $"{Text(file.Value, "locale")}/{NameOf(file.Name)}";
        foreach (var file in Members(assets, "runtimeTargets"))
            yield return file.Name;
    }

    static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];

    static JsonProperty[] Members(JsonElement element, string name) =>
        element.TryGetProperty(name, out var found) ? [.. found.EnumerateObject()] : [];

    static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var found) ? found.GetString() : null;
}

/// <param name="Type"><c>project</c>, <c>package</c>, <c>runtimepack</c>, <c>reference</c>.</param>
sealed record DepsLibrary(string Name, string Version, string Type)
{
    public string Key => $"{Name}/{Version}";

    public bool IsProject => Type is "project";

    public bool IsPackage => Type is "package";

    /// <summary>Of a package's content without its signature, as <c>sha512-</c> and base64.</summary>
    public string? ContentHash { get; init; }

    /// <summary>Its directory below a folder of restored packages.</summary>
    public string? Path { get; init; }

    /// <summary>The file there with the hash of the package as it is distributed.</summary>
    public string? HashPath { get; init; }

    /// <summary>Keys of libraries.</summary>
    public IReadOnlyList<string> DependsOn { get; init; } = [];

    /// <summary>Below the application's directory, with forward slashes.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];
}
