using System.Text.Json;

namespace Slipway.Images;

/// <summary>
/// The shared frameworks that an application needs of the machine it runs on: its <c>.runtimeconfig.json</c>
/// (github.com/dotnet/sdk, documentation/specs/runtime-configuration-file.md).
/// </summary>
static class RuntimeConfigFile
{
    public const string Extension = ".runtimeconfig.json";

    /// <summary>Empty for an application that brings its own runtime.</summary>
    /// <exception cref="ImageException">It is no such file.</exception>
    public static IReadOnlyList<RequiredFramework> Parse(ReadOnlyMemory<byte> json, string file)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var options = document.RootElement.GetProperty("runtimeOptions");
            var frameworks = options.TryGetProperty("frameworks", out var several)
                ? several.EnumerateArray().ToList()
                : [];
            if (options.TryGetProperty("framework", out var one))
                frameworks.Add(one);
            return
            [
                .. frameworks
                    .Select(framework => new RequiredFramework(
                        framework.GetProperty("name").GetString()!,
                        framework.GetProperty("version").GetString()!
                    ))
                    .OrderBy(framework => framework.Name, StringComparer.Ordinal),
            ];
        }
        catch (Exception exception)
            when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new ImageException(
                $"{file} does not say which .NET the application needs: {exception.Message.TrimEnd('.')}. "
                    + "Publish the application again and build the image of that.",
                exception
            );
        }
    }
}

/// <param name="LeastVersion">A newer patch is taken where there is one.</param>
sealed record RequiredFramework(string Name, string LeastVersion);
