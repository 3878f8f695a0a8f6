using Dapper;
using TinyGallery.Api.Data;
using TinyGallery.Api.Http;

namespace TinyGallery.Api.Pages;

/// <summary>An album as the front page shows it.</summary>
/// <remarks>By properties: SQLite gives a computed column no type while there is no row, so no constructor would fit.</remarks>
sealed record AlbumCard
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    public required long Photos { get; init; }

    /// <summary>The identifier of its newest photo; empty when it has none.</summary>
    public required string Cover { get; init; }
}

/// <summary>What pages need and the API does not offer.</summary>
sealed class GalleryQueries(Database database)
{
    /// <summary>Newest first; one more than the page's limit where there is more.</summary>
    public async Task<IReadOnlyList<AlbumCard>> ListAlbumsAsync(PageRequest page, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var cards = await connection.QueryAsync<AlbumCard>(
            new CommandDefinition(
                """
                SELECT a.id AS Id, a.title AS Title,
                       (SELECT COUNT(*) FROM photos p WHERE p.album_id = a.id) AS Photos,
                       COALESCE((SELECT MAX(p.id) FROM photos p WHERE p.album_id = a.id), '') AS Cover
                FROM albums a WHERE a.id < @after ORDER BY a.id DESC LIMIT @limit
                """,
                new { after = Keys.Before(page.After), limit = page.Limit + 1 },
                cancellationToken: cancellation
            )
        );
        return cards.AsList();
    }
}
