using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Json.Schema;
using Slipway.Testing;

namespace Slipway.Images.Tests.Sboms;

/// <summary>
/// CycloneDX's own schema of version 1.6, from the package of its JavaScript library; downloaded once a run, checked against
/// its digest.
/// </summary>
static class CycloneDxSchema
{
    const string Package = "@cyclonedx/cyclonedx-library@10.3.0";

    /// <summary>SHA-512, as the registry states it.</summary>
    const string Integrity = "RIT28sp1U0PCHaaeF3yNRwk6Jig/XJ8UsYAVOMYaHQ+0VVOvsjcp0PTWQFLUqJFF8XMud+Kdq6G+wtDAh+QJFA==";

    static readonly Lazy<Task<JsonSchema?>> Loaded = new(LoadAsync);

    /// <summary>What is wrong with a document; the test is skipped where there is no schema.</summary>
    public static async Task<IReadOnlyList<string>> ErrorsAsync(byte[] json)
    {
        var schema = await Loaded.Value;
        Skip.If(schema is null, "CycloneDX's schema is in an npm package that cannot be had here.");
        using var document = JsonDocument.Parse(json);
        var result = schema.Evaluate(
            document.RootElement,
            new EvaluationOptions { OutputFormat = OutputFormat.List, RequireFormatValidation = true }
        );
        return result.IsValid
            ? []
            :
            [
                .. (result.Details ?? [])
                    .Where(detail => detail.Errors is { Count: > 0 })
                    .SelectMany(detail => detail.Errors!.Values.Select(error => $"{detail.InstanceLocation}: {error}")),
            ];
    }

    static async Task<JsonSchema?> LoadAsync()
    {
        using var directory = new TempDirectory();
        try
        {
            var packed = await CommandLine.RunAsync(
                "npm",
                ["pack", Package, "--ignore-scripts", "--pack-destination", directory.Path],
                directory.Path
            );
            if (packed.ExitCode != 0)
                return null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }

        var tarball = Directory.EnumerateFiles(directory.Path, "*.tgz").Single();
        Convert.ToBase64String(SHA512.HashData(await File.ReadAllBytesAsync(tarball))).Should().Be(Integrity);
        var schemas = Read(tarball);
        JsonSchema.FromText(schemas["spdx"]);
        JsonSchema.FromText(schemas["jsf-0.82"]);
        return JsonSchema.FromText(schemas["bom-1.6"]);
    }

    /// <summary>The package names the files apart from what they call themselves.</summary>
    static Dictionary<string, string> Read(string tarball)
    {
        const string End = ".SNAPSHOT.schema.json";
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        using var file = File.OpenRead(tarball);
        using var content = new GZipStream(file, CompressionMode.Decompress);
        using var entries = new TarReader(content);
        while (entries.GetNextEntry() is { } entry)
        {
            var name = Path.GetFileName(entry.Name);
            if (!name.EndsWith(End, StringComparison.Ordinal) || entry.DataStream is null)
                continue;
            using var reader = new StreamReader(entry.DataStream);
            found[name[..^End.Length]] = reader.ReadToEnd().Replace(".SNAPSHOT.", ".", StringComparison.Ordinal);
        }

        return found;
    }
}
