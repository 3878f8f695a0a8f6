using System.Data.Common;
using System.Security.Cryptography;
using Dapper;
using TinyGallery.Api.Data;
using TinyGallery.Api.Http;

namespace TinyGallery.Api.Photos;

/// <summary>Photos in the database. A write that names a version changes nothing when it is no longer the current one.</summary>
sealed class PhotoStore(Database database, Keys keys, TimeProvider time)
{
    /// <summary>Below the size from which .NET keeps an array in the large object heap.</summary>
    public const int ChunkSize = 64 * 1024;

    const string Select = """
        SELECT id AS Id, album_id AS AlbumId, title AS Title, caption AS Caption, content_type AS ContentType,
               size AS Size, width AS Width, height AS Height, sha256 AS Sha256,
               created_at AS CreatedAt, updated_at AS UpdatedAt, version AS Version
        FROM photos
        """;

    public async Task<Photo?> FindAsync(Guid id, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var row = await connection.QuerySingleOrDefaultAsync<PhotoRow>(
            new CommandDefinition(
                $"{Select} WHERE id = @id",
                new { id = id.ToString() },
                cancellationToken: cancellation
            )
        );
        return row?.ToPhoto();
    }

    /// <summary>Newest first; one more than the page's limit where there is more.</summary>
    public async Task<IReadOnlyList<Photo>> ListAsync(Guid albumId, PageRequest page, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var rows = await connection.QueryAsync<PhotoRow>(
            new CommandDefinition(
                $"{Select} WHERE album_id = @albumId AND id < @after ORDER BY id DESC LIMIT @limit",
                new
                {
                    albumId = albumId.ToString(),
                    after = Keys.Before(page.After),
                    limit = page.Limit + 1,
                },
                cancellationToken: cancellation
            )
        );
        return [.. rows.Select(row => row.ToPhoto())];
    }

    /// <returns>The photo; null when there is no such album (any more).</returns>
    public async Task<Photo?> CreateAsync(
        Guid albumId,
        PhotoRequest request,
        Image image,
        ReadOnlyMemory<byte> bytes,
        CancellationToken cancellation
    )
    {
        var now = time.GetUtcNow();
        var row = new PhotoRow(
            keys.Next(now).ToString(),
            albumId.ToString(),
            request.Title,
            request.Caption ?? "",
            image.ContentType,
            bytes.Length,
            image.Width,
            image.Height,
            Convert.ToHexStringLower(SHA256.HashData(bytes.Span)),
            now.ToUnixTimeMilliseconds(),
            now.ToUnixTimeMilliseconds(),
            Version: 1
        );
        try
        {
            return await database.WriteAsync(
                async transaction =>
                {
                    await InsertAsync(transaction, row, bytes, cancellation);
                    return row.ToPhoto();
                },
                cancellation
            );
        }
        catch (DbException orphan) when (database.IsForeignKeyViolation(orphan))
        {
            return null;
        }
    }

    /// <returns>The photo as it is now; null when <paramref name="current"/> is no longer its current version.</returns>
    public Task<Photo?> ReplaceAsync(Photo current, PhotoRequest request, CancellationToken cancellation)
    {
        var replaced = current with
        {
            Title = request.Title,
            Caption = request.Caption ?? "",
            UpdatedAt = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds()),
            Version = current.Version + 1,
        };
        return database.WriteAsync(
            async transaction =>
            {
                var changed = await ExecuteAsync(
                    transaction,
                    """
                    UPDATE photos SET title = @Title, caption = @Caption, version = @Version, updated_at = @UpdatedAt
                    WHERE id = @Id AND version = @Version - 1
                    """,
                    PhotoRow.Of(replaced),
                    cancellation
                );
                return changed == 1 ? replaced : null;
            },
            cancellation
        );
    }

    /// <returns>False when <paramref name="current"/> is no longer its current version.</returns>
    public Task<bool> DeleteAsync(Photo current, CancellationToken cancellation) =>
        database.WriteAsync(
            async transaction =>
                await ExecuteAsync(
                    transaction,
                    "DELETE FROM photos WHERE id = @id AND version = @version",
                    new { id = current.Id.ToString(), version = current.Version },
                    cancellation
                ) == 1,
            cancellation
        );

    /// <summary>The image, read piece by piece: no connection is held while a slow client takes its time.</summary>
    public Stream OpenContent(Photo photo) =>
        new ChunkedStream(photo.Size, ChunkSize, (number, cancellation) => FetchAsync(photo.Id, number, cancellation));

    async Task<byte[]> FetchAsync(Guid photoId, long number, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var bytes = await connection.QuerySingleOrDefaultAsync<byte[]>(
            new CommandDefinition(
                "SELECT bytes FROM photo_chunks WHERE photo_id = @photoId AND number = @number",
                new { photoId = photoId.ToString(), number },
                cancellationToken: cancellation
            )
        );
        return bytes ?? throw new IOException($"Photo {photoId} was deleted while it was read.");
    }

    static async Task InsertAsync(
        DbTransaction transaction,
        PhotoRow row,
        ReadOnlyMemory<byte> bytes,
        CancellationToken cancellation
    )
    {
        await ExecuteAsync(
            transaction,
            """
            INSERT INTO photos
                (id, album_id, title, caption, content_type, size, width, height, sha256, version, created_at, updated_at)
            VALUES
                (@Id, @AlbumId, @Title, @Caption, @ContentType, @Size, @Width, @Height, @Sha256, @Version,
                 @CreatedAt, @UpdatedAt)
            """,
            row,
            cancellation
        );
        for (var number = 0; number * ChunkSize < bytes.Length; number++)
        {
            var start = number * ChunkSize;
            var chunk = bytes[start..Math.Min(start + ChunkSize, bytes.Length)].ToArray();
            await ExecuteAsync(
                transaction,
                "INSERT INTO photo_chunks (photo_id, number, bytes) VALUES (@photoId, @number, @chunk)",
                new
                {
                    photoId = row.Id,
                    number = (long)number,
                    chunk,
                },
                cancellation
            );
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
}
