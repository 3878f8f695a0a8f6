using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using TinyGallery.Api.Albums;
using TinyGallery.Api.Http;
using TinyGallery.Api.Security;

namespace TinyGallery.Api.Photos;

static class PhotoEndpoints
{
    public const string Path = "/api/photos";
    public const int MaxBytes = 10 * 1024 * 1024;

    public static void MapPhotos(this IEndpointRouteBuilder routes)
    {
        var ofAlbum = routes.MapGroup($"{AlbumEndpoints.Path}/{{albumId:guid}}/photos").WithTags("Photos");
        ofAlbum
            .MapGet("", ListAsync)
            .WithName("ListPhotos")
            .WithSummary("An album's photos, newest first")
            .Produces<Page<Photo>>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
        ofAlbum
            .MapPost("", UploadAsync)
            .WithName("UploadPhoto")
            .WithSummary("Upload a JPEG, PNG or WebP of at most 10 MiB as the request's body")
            .WithMetadata(new RequestSizeLimitAttribute(MaxBytes))
            .RequireRateLimiting(RateLimits.Uploads)
            .NeedsApiKey()
            .TakesImage("image/jpeg", "image/png", "image/webp")
            .Produces<Photo>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType);

        var photos = routes.MapGroup(Path).WithTags("Photos");
        photos
            .MapGet("{id:guid}", GetAsync)
            .WithName("GetPhoto")
            .WithSummary("What is known of one photo, with its ETag")
            .Produces<Photo>()
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status404NotFound);
        photos
            .MapMethods("{id:guid}/content", [HttpMethods.Get, HttpMethods.Head], DownloadAsync)
            .WithName("DownloadPhoto")
            .WithSummary("The image itself; ranges and If-None-Match are understood")
            .Produces(StatusCodes.Status200OK)
            .Produces(StatusCodes.Status206PartialContent)
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status416RangeNotSatisfiable);
        photos
            .MapPut("{id:guid}", ReplaceAsync)
            .WithName("ReplacePhoto")
            .WithSummary("Replace a photo's title and caption; needs its ETag in If-Match")
            .NeedsApiKey()
            .Produces<Photo>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesPreconditionProblems();
        photos
            .MapDelete("{id:guid}", DeleteAsync)
            .WithName("DeletePhoto")
            .WithSummary("Delete a photo; needs its ETag in If-Match")
            .NeedsApiKey()
            .Produces(StatusCodes.Status204NoContent)
            .ProducesPreconditionProblems();
    }

    static async Task<IResult> ListAsync(
        Guid albumId,
        int? limit,
        string? after,
        AlbumStore albums,
        PhotoStore photos,
        CancellationToken cancellation
    )
    {
        var (page, problem) = PageRequest.Read(limit, after);
        if (page is null)
            return problem!;
        if (await albums.FindAsync(albumId, cancellation) is null)
            return Problems.NotFound("album");
        var found = await photos.ListAsync(albumId, page, cancellation);
        return TypedResults.Ok(Page<Photo>.From(found, page.Limit, photo => photo.Id));
    }

    static async Task<IResult> UploadAsync(
        Guid albumId,
        string? title,
        string? caption,
        HttpContext context,
        AlbumStore albums,
        PhotoStore photos,
        CancellationToken cancellation
    )
    {
        var request = new PhotoRequest(title ?? "Untitled", caption);
        if (Validate(request) is { Count: > 0 } errors)
            return Problems.Invalid(errors);
        // Asked before 10 MiB are read for nothing; whether it is still there is for the insert to say.
        if (await albums.FindAsync(albumId, cancellation) is null)
            return Problems.NotFound("album");

        using var body = await ReadBodyAsync(context.Request, cancellation);
        var bytes = body.GetBuffer().AsMemory(0, (int)body.Length);
        if (ImageReader.Read(bytes.Span) is not { } image)
            return Problems.Of(
                StatusCodes.Status415UnsupportedMediaType,
                "The body is not a whole JPEG, PNG or WebP image. (What it is called does not matter; its bytes do.)"
            );

        return await photos.CreateAsync(albumId, request, image, bytes, cancellation) is { } photo
            ? VersionedResult.Created(context, $"{Path}/{photo.Id}", photo, photo.Version)
            : Problems.NotFound("album");
    }

    /// <summary>The body in memory; the server stops reading, with 413, at <see cref="MaxBytes"/>.</summary>
    static async Task<MemoryStream> ReadBodyAsync(HttpRequest request, CancellationToken cancellation)
    {
        var body = new MemoryStream((int)Math.Clamp(request.ContentLength ?? 0, 0, MaxBytes));
        await request.Body.CopyToAsync(body, cancellation);
        return body;
    }

    static async Task<IResult> GetAsync(
        Guid id,
        HttpContext context,
        PhotoStore photos,
        CancellationToken cancellation
    ) =>
        await photos.FindAsync(id, cancellation) is { } photo
            ? VersionedResult.Ok(context, photo, photo.Version)
            : Problems.NotFound("photo");

    static async Task<IResult> DownloadAsync(
        Guid id,
        HttpContext context,
        PhotoStore photos,
        CancellationToken cancellation
    )
    {
        if (await photos.FindAsync(id, cancellation) is not { } photo)
            return Problems.NotFound("photo");
        // The bytes never change under an identifier; an hour is how long a deleted photo may be seen.
        context.Response.Headers.CacheControl = "public, max-age=3600";
        return new ContentResult(
            TypedResults.Stream(
                photos.OpenContent(photo),
                photo.ContentType,
                lastModified: photo.CreatedAt,
                entityTag: new EntityTagHeaderValue($"\"{photo.Sha256}\""),
                enableRangeProcessing: !AsksForOtherUnits(context.Request)
            )
        );
    }

    /// <summary>A range in units other than bytes is to be ignored (RFC 9110, section 14.2); the framework takes any.</summary>
    static bool AsksForOtherUnits(HttpRequest request) =>
        request.GetTypedHeaders().Range is { } range && !range.Unit.Equals("bytes", StringComparison.OrdinalIgnoreCase);

    static async Task<IResult> ReplaceAsync(
        Guid id,
        PhotoRequest request,
        HttpContext context,
        PhotoStore photos,
        CancellationToken cancellation
    )
    {
        if (Validate(request) is { Count: > 0 } errors)
            return Problems.Invalid(errors);
        if (await photos.FindAsync(id, cancellation) is not { } current)
            return Problems.NotFound("photo");
        if (Preconditions.Check(context.Request, current.Version) is { } problem)
            return problem;
        return await photos.ReplaceAsync(current, request, cancellation) is { } replaced
            ? VersionedResult.Ok(context, replaced, replaced.Version)
            : Problems.PreconditionFailed();
    }

    static async Task<IResult> DeleteAsync(
        Guid id,
        HttpContext context,
        PhotoStore photos,
        CancellationToken cancellation
    )
    {
        if (await photos.FindAsync(id, cancellation) is not { } current)
            return Problems.NotFound("photo");
        if (Preconditions.Check(context.Request, current.Version) is { } problem)
            return problem;
        return await photos.DeleteAsync(current, cancellation)
            ? TypedResults.NoContent()
            : Problems.PreconditionFailed();
    }

    static Dictionary<string, string[]> Validate(PhotoRequest request) =>
        TextRules.Collect(
            ("title", TextRules.CheckTitle(request.Title)),
            ("caption", TextRules.CheckText(request.Caption))
        );
}
