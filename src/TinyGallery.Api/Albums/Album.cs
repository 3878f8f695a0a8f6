using System.Text.Json.Serialization;

namespace TinyGallery.Api.Albums;

/// <param name="Version">Counts changes from 1; it is the ETag.</param>
sealed record Album(
    Guid Id,
    string Title,
    string Description,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    [property: JsonIgnore] long Version
);

/// <summary>What a client sends to create an album or to replace one.</summary>
sealed record AlbumRequest(string Title, string? Description = null);
