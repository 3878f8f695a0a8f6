using System.Text.Json.Serialization;

namespace TinyGallery.Api.Photos;

/// <param name="Size">Bytes of the image.</param>
/// <param name="Width">Pixels, as the image itself says.</param>
/// <param name="Sha256">Of the image, in hexadecimal: what a client compares a download with.</param>
/// <param name="Version">Counts changes of title and caption from 1; it is the ETag. The image never changes.</param>
sealed record Photo(
    Guid Id,
    Guid AlbumId,
    string Title,
    string Caption,
    string ContentType,
    long Size,
    long Width,
    long Height,
    string Sha256,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    [property: JsonIgnore] long Version
);

/// <summary>What a client sends to replace a photo's title and caption.</summary>
sealed record PhotoRequest(string Title, string? Caption = null);
