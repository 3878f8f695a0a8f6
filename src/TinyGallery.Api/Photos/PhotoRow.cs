namespace TinyGallery.Api.Photos;

/// <summary>A photo in the types that both databases share.</summary>
sealed record PhotoRow(
    string Id,
    string AlbumId,
    string Title,
    string Caption,
    string ContentType,
    long Size,
    long Width,
    long Height,
    string Sha256,
    long CreatedAt,
    long UpdatedAt,
    long Version
)
{
    public static PhotoRow Of(Photo photo) =>
        new(
            photo.Id.ToString(),
            photo.AlbumId.ToString(),
            photo.Title,
            photo.Caption,
            photo.ContentType,
            photo.Size,
            photo.Width,
            photo.Height,
            photo.Sha256,
            photo.CreatedAt.ToUnixTimeMilliseconds(),
            photo.UpdatedAt.ToUnixTimeMilliseconds(),
            photo.Version
        );

    public Photo ToPhoto() =>
        new(
            Guid.Parse(Id),
            Guid.Parse(AlbumId),
            Title,
            Caption,
            ContentType,
            Size,
            Width,
            Height,
            Sha256,
            DateTimeOffset.FromUnixTimeMilliseconds(CreatedAt),
            DateTimeOffset.FromUnixTimeMilliseconds(UpdatedAt),
            Version
        );
}
