using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Slipway.Testing;

namespace Slipway.Images.Tests.Sboms;

/// <summary>A published application with one project and one package, made into an image; each test changes what it is about.</summary>
sealed class Published : IDisposable
{
    public const string ContentHash = "sha512-AAAA";

    readonly TempDirectory _directory = new();

    public Published()
    {
        Deps = JsonNode
            .Parse(
                """
                {
                  "runtimeTarget": { "name": "net10.0" },
                  "targets": {
                    "net10.0": {
                      "Gallery/1.2.3": { "dependencies": { "Lib": "2.0.0" }, "runtime": { "Gallery.dll": {} } },
                      "Lib/2.0.0": {
                        "runtime": { "lib/net8.0/Lib.dll": {} },
                        "runtimeTargets": { "runtimes/linux-x64/native/liblib.so": { "rid": "linux-x64", "assetType": "native" } },
                        "resources": { "lib/net8.0/de/Lib.resources.dll": { "locale": "de" } }
                      }
                    }
                  },
                  "libraries": {
                    "Gallery/1.2.3": { "type": "project", "serviceable": false, "sha512": "" },
                    "Lib/2.0.0": {
                      "type": "package",
                      "sha512": "sha512-AAAA",
                      "path": "lib/2.0.0",
                      "hashPath": "lib.2.0.0.nupkg.sha512"
                    }
                  }
                }
                """
            )!
            .AsObject();
        foreach (
            var file in (string[])
                ["Gallery.dll", "Lib.dll", "runtimes/linux-x64/native/liblib.so", "de/Lib.resources.dll", "web.config"]
        )
            Write(file, $"content of {file}");
        Write(
            "Gallery.runtimeconfig.json",
            """{ "runtimeOptions": { "framework": { "name": "Microsoft.NETCore.App", "version": "10.0.0" } } }"""
        );
        Restore("""<license type="expression">MIT</license>""");
    }

    public JsonObject Deps { get; }

    public string Packages => _directory["packages"];

    /// <summary>The image below; null: none.</summary>
    public BaseImage? Base { get; set; }

    public TempDirectory Directory => _directory;

    /// <summary>Writes a file of the application.</summary>
    public void Write(string file, string content) => _directory.Write($"publish/{file}", content);

    public void Remove(string file) => File.Delete(_directory[$"publish/{file}"]);

    /// <summary>Puts the package on this machine.</summary>
    /// <param name="metadata">Elements of its description.</param>
    public void Restore(string metadata, string contentHash = "AAAA")
    {
        _directory.Write(
            "packages/lib/2.0.0/lib.nuspec",
            $"""
            <?xml version="1.0"?>
            <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
              <metadata><id>Lib</id><version>2.0.0</version><authors>A, B</authors>{metadata}</metadata>
            </package>
            """
        );
        _directory.Write(
            "packages/lib/2.0.0/.nupkg.metadata",
            $$"""{ "version": 2, "contentHash": "{{contentHash}}" }"""
        );
        _directory.Write(
            "packages/lib/2.0.0/lib.2.0.0.nupkg.sha512",
            Convert.ToBase64String(Encoding.ASCII.GetBytes(new string('h', 64)))
        );
    }

    public BuiltImage Build(string? deps = null)
    {
        Write("Gallery.deps.json", deps ?? Deps.ToJsonString());
        return ImageBuilder.Build(
            TestImage.Spec(_directory["publish"]) with
            {
                Entrypoint = ["dotnet", "Gallery.dll"],
                BaseImage = Base,
            },
            _directory["layout"]
        );
    }

    public BillOfMaterials Bill(string? deps = null)
    {
        Build(deps);
        return Describe();
    }

    public BillOfMaterials Describe()
    {
        var layout = OciLayout.Open(_directory["layout"]);
        return Sbom.Of(layout, layout.FindManifest(), "gallery", [_directory["none"], Packages]);
    }

    public static JsonElement Json(BillOfMaterials bill) => JsonDocument.Parse(bill.Json).RootElement.Clone();

    public static JsonElement Component(BillOfMaterials bill, string name) =>
        Json(bill).GetProperty("components").EnumerateArray().Single(one => one.GetProperty("name").ValueEquals(name));

    public void Dispose() => _directory.Dispose();
}
