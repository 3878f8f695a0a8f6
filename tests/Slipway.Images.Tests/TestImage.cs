using System.Text;
using Slipway.Testing;

namespace Slipway.Images.Tests;

/// <summary>A small published application, and images made of it.</summary>
static class TestImage
{
    public static readonly DateTimeOffset CommitTime = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public static readonly ImageReference Reference = ImageReference.Parse("gallery:1.2.3");

    /// <summary>Writes an application with a start script, an assembly, a library and nested assets.</summary>
    public static string Publish(TempDirectory directory, string name = "publish", string content = "one")
    {
        directory.Write($"{name}/Gallery.dll", $"assembly {content}");
        directory.Write($"{name}/Gallery", "\x7f" + "ELF program");
        directory.Write($"{name}/libnative.so", "\x7f" + "ELF library");
        directory.Write($"{name}/run.sh", "#!/bin/sh\necho hello\n");
        directory.Write($"{name}/wwwroot/css/site.css", "body {}");
        directory.Write($"{name}/.hidden/settings.json", "{}");
        return directory[name];
    }

    public static ImageSpec Spec(string content) =>
        new()
        {
            Reference = Reference,
            ContentDirectory = content,
            Title = "Gallery",
            Version = "1.2.3",
            Revision = "0123456789012345678901234567890123456789",
            Created = CommitTime,
            Source = "https://example.org/gallery",
            Entrypoint = ["/app/Gallery", "serve"],
            Environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["B"] = "2", ["A"] = "1" },
            Ports = [8080],
            HealthCheck = new HealthCheck(["/app/Gallery", "health"]),
        };

    public static BuiltImage Build(TempDirectory directory, string layout = "layout", string content = "one") =>
        ImageBuilder.Build(Spec(Publish(directory, "publish-" + layout, content)), directory[layout]);

    /// <summary>A layout whose one image has just these layers, each a tar archive, stored as it is.</summary>
    public static Descriptor FromLayers(string layout, params byte[][] layers)
    {
        using var change = OciLayout.Change(layout, CancellationToken.None);
        Descriptor[] stored =
        [
            .. layers.Select(layer =>
            {
                var (digest, size) = change.Layout.AddBlob(file => file.Write(layer));
                return new Descriptor
                {
                    MediaType = MediaTypes.Layer,
                    Digest = digest,
                    Size = size,
                };
            }),
        ];
        return FromDescriptors(change, stored, [.. stored.Select(layer => layer.Digest)]);
    }

    public static Descriptor FromDescriptors(
        LayoutChange change,
        IReadOnlyList<Descriptor> layers,
        IReadOnlyList<Digest> diffIds
    )
    {
        var configuration = new ImageConfiguration
        {
            Architecture = "amd64",
            Os = "linux",
            Config = new ContainerConfiguration { Env = ["PATH=/usr/bin", "A=base"], User = "root" },
            RootFileSystem = new RootFileSystem { DiffIds = diffIds },
        };
        var manifest = new ImageManifest
        {
            MediaType = MediaTypes.Manifest,
            Config = change.AddDocument(configuration, MediaTypes.Config),
            Layers = layers,
        };
        var entry = change.AddDocument(manifest, MediaTypes.Manifest);
        change.Layout.WriteIndex(new ImageIndex { Manifests = [entry] });
        return entry;
    }

    public static string Text(string path) => File.ReadAllText(path, Encoding.UTF8);
}
