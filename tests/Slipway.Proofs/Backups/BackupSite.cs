using Slipway.Delivery.Environments;
using Slipway.Platforms.Local.Tests.Support;
using Slipway.Proofs.Sites;
using Slipway.Testing;

namespace Slipway.Proofs.Backups;

/// <summary>TinyGallery deployed, with an album, and a backup of that in a file which no retention takes away.</summary>
sealed class BackupSite : IAsyncDisposable
{
    /// <summary>The album that is in the backup.</summary>
    public const string Kept = "Kept";

    readonly TempDirectory _directory = new();

    BackupSite(LocalSite site)
    {
        Site = site;
        Revisions = Gallery.PushAll(site, _directory.Path, count: 3);
    }

    public LocalSite Site { get; }

    public IReadOnlyList<Revision> Revisions { get; }

    public string File => _directory["kept.backup"];

    /// <param name="connection">PostgreSQL; null: SQLite.</param>
    /// <param name="at">Makes the site where it is to lie.</param>
    public static async Task<BackupSite> CreateAsync(
        string? connection,
        Func<Func<EnvironmentSpec, EnvironmentSpec>, LocalSite>? at = null
    )
    {
        EnvironmentSpec Spec(EnvironmentSpec spec) =>
            Gallery.BackedUp(spec, Strategies.Named("blue-green"), connection);
        var made = new BackupSite(at is null ? new LocalSite(Spec) : at(Spec));
        (await made.Site.DeployAsync(made.Revisions[0])).IsGood.Should().BeTrue();
        await made.Site.CreateAlbumAsync(Kept);
        System.IO.File.Copy((await made.Site.Keeper().BackUpAsync()).File, made.File);
        return made;
    }

    /// <summary>A revision that is not live, so that its deployment backs up and rehearses.</summary>
    public async Task<Revision> NextAsync()
    {
        var world = await Site.WorldAsync();
        return Revisions.First(revision => world.Slots.All(slot => !revision.RunsTheSame(slot.Revision)));
    }

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        _directory.Dispose();
    }
}
