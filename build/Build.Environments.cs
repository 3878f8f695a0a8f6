using Nuke.Common;
using Slipway.Components;
using Slipway.Delivery.Databases;
using Slipway.Delivery.Environments;
using Slipway.Delivery.Strategies;
using Slipway.Images;

/// <summary>What is shipped as which image, and where it runs.</summary>
partial class Build
{
    [Parameter("SHA-256 (hexadecimal) of the API key that writes to TinyGallery need; without one, writes are off")]
    readonly string? GalleryApiKeySha256;

    IHazState State => this;

    IImage Shipped => this;

    ImageSpec IImage.ImageSpec =>
        new()
        {
            Reference = Shipped.ImageReference,
            ContentDirectory = Shipped.PublishDirectory,
            Title = "TinyGallery",
            Version = Shipped.Revision.Version,
            Revision = Shipped.Revision.Commit,
            Created = Shipped.Revision.CommitTime,
            Entrypoint = ["dotnet", "TinyGallery.Api.dll"],
            Ports = [8080],
            HealthCheck = new HealthCheck(["dotnet", "/app/TinyGallery.Api.dll", "health"]),
            BaseImage = Shipped.BaseImage is { } image ? BaseImage.Parse(image) : null,
        };

    IReadOnlyList<EnvironmentSpec> IHazEnvironments.Environments =>
        [
            Gallery("sandbox", State.PortBase + 2),
            Gallery("staging", State.PortBase + 1),
            Gallery("production", State.PortBase) with
            {
                RequiresApproval = true,
                RefusesDirty = true,
                Backups = new BackupPolicy(),
            },
        ];

    EnvironmentSpec IHazEnvironments.ReviewEnvironment => Gallery("review", State.PortBase + 20);

    /// <summary>The same for every environment. The service is told the hash of its API key, never the key.</summary>
    Dictionary<string, string> Settings
    {
        get
        {
            var settings = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Production",
            };
            if (GalleryApiKeySha256 is { Length: > 0 } hash)
                settings["Gallery__ApiKeySha256"] = hash;
            return settings;
        }
    }

    EnvironmentSpec Gallery(string name, int port) =>
        new()
        {
            Name = name,
            Port = port,
            // Or new BlueGreen(bake), new Canary(weights, bake, budget), new Rolling(batch), new Recreate(): what each
            // does is in docs/architecture.md.
            Strategy = new BlueGreen(),
            Service = new ServiceContract
            {
                DataSettings = new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["Gallery__DataDirectory"] = "{data}",
                },
            },
            Settings = Settings,
            Database = new SqliteFile("{data}/gallery.db"),
            SmokeChecks =
            [
                new SmokeCheck
                {
                    Path = "/version",
                    JsonEquals = new Dictionary<string, string>(StringComparer.Ordinal)
                    {
                        ["version"] = SmokeCheck.WantedVersion,
                        ["commit"] = SmokeCheck.WantedCommit,
                    },
                },
                SmokeCheck.Get("/health/ready"),
                SmokeCheck.Get("/api/albums"),
                SmokeCheck.Get("/") with
                {
                    BodyContains = "<html",
                },
            ],
        };
}
