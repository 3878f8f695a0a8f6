using System.Globalization;
using Slipway.Delivery.Environments;
using Slipway.Images;

namespace Slipway.Platforms.Local.Tests.Support;

/// <summary>Builds images of the test backend: the same program, each with a revision of its own.</summary>
static class Backend
{
    const string Program = "Slipway.Testing.Backend.dll";

    /// <summary>Builds the image, pushes it, and answers it as a revision to deploy.</summary>
    /// <param name="fault">How it misbehaves, as the backend's program names it; null: not at all.</param>
    /// <param name="pending">What it lists as its pending migrations; null: it is older than that question.</param>
    public static Revision Push(
        OciStore store,
        string directory,
        EnvironmentSpec environment,
        int number,
        string? fault,
        string? pending = null
    )
    {
        var version = string.Create(CultureInfo.InvariantCulture, $"{number}.0.0");
        var content = Directory.CreateDirectory(Path.Combine(directory, $"content-{number}")).FullName;
        foreach (var extension in (string[])[".dll", ".deps.json", ".runtimeconfig.json"])
        {
            var file = Path.ChangeExtension(Program, null) + extension;
            File.Copy(Path.Combine(AppContext.BaseDirectory, file), Path.Combine(content, file), overwrite: true);
        }

        File.WriteAllText(Path.Combine(content, "revision.txt"), $"{version}\n{fault}\n");
        if (pending is not null)
            File.WriteAllText(Path.Combine(content, "pending.json"), pending);
        var commit = new string((char)('a' + (number % 6)), 40);
        var layout = Path.Combine(directory, $"layout-{number}");
        var reference = ImageReference.Parse($"backend:{version}");
        var image = ImageBuilder.Build(
            new ImageSpec
            {
                Reference = reference,
                ContentDirectory = content,
                Title = "Backend",
                Version = version,
                Revision = commit,
                Created = DateTimeOffset.UnixEpoch,
                Entrypoint = ["dotnet", $"/app/{Program}"],
                Environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["COLOUR"] = "grey" },
            },
            layout
        );
        store.Push(layout, reference);
        return new Revision(image.Digest.ToString(), version, commit, Dirty: false, environment.ConfigurationDigest);
    }
}
