using System.Data.Common;
using Dapper;
using TinyGallery.Api.Data;
using TinyGallery.Api.Http;

namespace TinyGallery.Api.Albums;

enum DeleteOutcome
{
    Deleted,
    Changed,
    NotEmpty,
}

/// <summary>Albums in the database. A write that names a version changes nothing when it is no longer the current one.</summary>
sealed class AlbumStore(Database database, Keys keys, TimeProvider time)
{
    const string Select = """
        SELECT id AS Id, title AS Title, description AS Description, created_at AS CreatedAt, updated_at AS UpdatedAt,
               version AS Version
        FROM albums
        """;

    public async Task<Album?> FindAsync(Guid id, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var row = await connection.QuerySingleOrDefaultAsync<Row>(
            new CommandDefinition(
                $"{Select} WHERE id = @id",
                new { id = id.ToString() },
                cancellationToken: cancellation
            )
        );
        return row?.ToAlbum();
    }

    /// <summary>Newest first; one more than the page's limit where there is more.</summary>
    public async Task<IReadOnlyList<Album>> ListAsync(PageRequest page, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var rows = await connection.QueryAsync<Row>(
            new CommandDefinition(
                $"{Select} WHERE id < @after ORDER BY id DESC LIMIT @limit",
                new { after = Keys.Before(page.After), limit = page.Limit + 1 },
                cancellationToken: cancellation
            )
        );
        return [.. rows.Select(row => row.ToAlbum())];
    }

    public Task<Album> CreateAsync(AlbumRequest request, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var row = new Row(
            keys.Next(now).ToString(),
            request.Title,
            request.Description ?? "",
            now.ToUnixTimeMilliseconds(),
            now.ToUnixTimeMilliseconds(),
            Version: 1
        );
        return database.WriteAsync(
            async transaction =>
            {
                await ExecuteAsync(
                    transaction,
                    """
                    INSERT INTO albums (id, title, description, version, created_at, updated_at)
                    VALUES (@Id, @Title, @Description, @Version, @CreatedAt, @UpdatedAt)
                    """,
                    row,
                    cancellation
                );
                return row.ToAlbum();
            },
            cancellation
        );
    }

    /// <returns>The album as it is now; null when <paramref name="current"/> is no longer its current version.</returns>
    public Task<Album?> ReplaceAsync(Album current, AlbumRequest request, CancellationToken cancellation)
    {
        var replaced = current with
        {
            Title = request.Title,
            Description = request.Description ?? "",
            UpdatedAt = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds()),
            Version = current.Version + 1,
        };
        return database.WriteAsync(
            async transaction =>
            {
                var changed = await ExecuteAsync(
                    transaction,
                    """
                    UPDATE albums SET title = @Title, description = @Description, version = @Version, updated_at = @UpdatedAt
                    WHERE id = @Id AND version = @Version - 1
                    """,
                    Row.Of(replaced),
                    cancellation
                );
                return changed == 1 ? replaced : null;
            },
            cancellation
        );
    }

    public async Task<DeleteOutcome> DeleteAsync(Album current, CancellationToken cancellation)
    {
        try
        {
            return await database.WriteAsync(
                async transaction =>
                {
                    var deleted = await ExecuteAsync(
                        transaction,
                        "DELETE FROM albums WHERE id = @id AND version = @version",
                        new { id = current.Id.ToString(), version = current.Version },
                        cancellation
                    );
                    return deleted == 1 ? DeleteOutcome.Deleted : DeleteOutcome.Changed;
                },
                cancellation
            );
        }
        catch (DbException held) when (database.IsForeignKeyViolation(held))
        {
            return DeleteOutcome.NotEmpty;
        }
    }

    static Task<int> ExecuteAsync(
        DbTransaction transaction,
        string sql,
        object parameters,
        CancellationToken cancellation
    ) =>
        transaction.Connection!.ExecuteAsync(
            new CommandDefinition(sql, parameters, transaction, cancellationToken: cancellation)
        );

    sealed record Row(string Id, string Title, string Description, long CreatedAt, long UpdatedAt, long Version)
    {
        public static Row Of(Album album) =>
            new(
                album.Id.ToString(),
                album.Title,
                album.Description,
                album.CreatedAt.ToUnixTimeMilliseconds(),
                album.UpdatedAt.ToUnixTimeMilliseconds(),
                album.Version
            );

        public Album ToAlbum() =>
            new(
                Guid.Parse(Id),
                Title,
                Description,
                DateTimeOffset.FromUnixTimeMilliseconds(CreatedAt),
                DateTimeOffset.FromUnixTimeMilliseconds(UpdatedAt),
                Version
            );
    }
}
