using System.Globalization;
using System.Net.Http.Json;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Slipway.Delivery.Databases;
using Slipway.Delivery.Environments;
using Slipway.Images;

namespace Slipway.Platforms.Local.Tests.Support;

/// <summary>Images of TinyGallery, the environment that it needs, and a user of it.</summary>
[UnsupportedOSPlatform("windows")]
static class TinyGallery
{
    const string Program = "Slipway.Testing.Gallery";
    const string ApiKey = "the-key-of-the-tests";

    /// <summary>An environment of TinyGallery that backs up before it migrates.</summary>
    /// <param name="postgres">A connection string; null: SQLite.</param>
    public static EnvironmentSpec Environment(EnvironmentSpec spec, string? postgres = null)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Gallery__ApiKeySha256"] = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(ApiKey))),
        };
        if (postgres is not null)
            settings["ConnectionStrings__Gallery"] = postgres;
        return spec with
        {
            // What next.sql does is not on its list.
            Service = new ServiceContract { PendingMigrationsArguments = [] },
            Settings = settings,
            SmokeChecks = [SmokeCheck.Get("/api/albums")],
            Backups = new BackupPolicy(),
            Database = postgres is null
                ? new SqliteFile("{data}/gallery.db")
                : new PostgresConnection("ConnectionStrings__Gallery"),
        };
    }

    public static Revision Push(
        OciStore store,
        string directory,
        EnvironmentSpec environment,
        int number,
        string? nextSql
    )
    {
        var version = string.Create(CultureInfo.InvariantCulture, $"{number}.0.0");
        var content = Path.Combine(directory, $"content-{number}");
        foreach (var file in Directory.EnumerateFiles(Output, "*", SearchOption.AllDirectories).Where(IsForThisMachine))
        {
            var copy = Path.Combine(content, Path.GetRelativePath(Output, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        File.WriteAllText(Path.Combine(content, "revision.txt"), version);
        if (nextSql is not null)
            File.WriteAllText(Path.Combine(content, "next.sql"), nextSql);
        var layout = Path.Combine(directory, $"layout-{number}");
        var reference = ImageReference.Parse($"gallery:{version}");
        var commit = new string((char)('a' + (number % 6)), 40);
        var image = ImageBuilder.Build(
            new ImageSpec
            {
                Reference = reference,
                ContentDirectory = content,
                Title = "Gallery",
                Version = version,
                Revision = commit,
                Created = DateTimeOffset.UnixEpoch,
                Entrypoint = ["dotnet", $"/app/{Program}.dll"],
            },
            layout
        );
        store.Push(layout, reference);
        return new Revision(image.Digest.ToString(), version, commit, Dirty: false, environment.ConfigurationDigest);
    }

    /// <summary>Makes an album, as a user does.</summary>
    public static async Task AddAlbumAsync(this LocalSite site, string title)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/albums")
        {
            Content = JsonContent.Create(new { title }),
        };
        request.Headers.Add("X-Api-Key", ApiKey);
        using var response = await site.Http.SendAsync(request);
        response.IsSuccessStatusCode.Should().BeTrue(await response.Content.ReadAsStringAsync());
    }

    /// <summary>The albums' titles, by name.</summary>
    public static async Task<IReadOnlyList<string?>> AlbumsAsync(this LocalSite site)
    {
        var page = await site.Http.GetFromJsonAsync<JsonElement>("/api/albums");
        return
        [
            .. page.GetProperty("items")
                .EnumerateArray()
                .Select(album => album.GetProperty("title").GetString())
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>The test's own output lies beside it: <c>artifacts/bin/&lt;project&gt;/&lt;configuration&gt;/</c>.</summary>
    static string Output
    {
        get
        {
            var own = AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar);
            return Path.GetFullPath(Path.Combine(own, "..", "..", Program, Path.GetFileName(own)));
        }
    }

    // SQLite's library is there for every machine.
    static bool IsForThisMachine(string file)
    {
        var runtimes = $"{Path.DirectorySeparatorChar}runtimes{Path.DirectorySeparatorChar}";
        return !file.Contains(runtimes, StringComparison.Ordinal)
            || file.Contains(runtimes + RuntimeInformation.RuntimeIdentifier, StringComparison.Ordinal);
    }
}
