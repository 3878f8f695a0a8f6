using TinyGallery.Api.Http;
using TinyGallery.Api.Security;

namespace TinyGallery.Api.Albums;

static class AlbumEndpoints
{
    public const string Path = "/api/albums";

    public static void MapAlbums(this IEndpointRouteBuilder routes)
    {
        var albums = routes.MapGroup(Path).WithTags("Albums");
        albums
            .MapGet("", ListAsync)
            .WithName("ListAlbums")
            .WithSummary("Albums, newest first")
            .Produces<Page<Album>>()
            .ProducesProblem(StatusCodes.Status400BadRequest);
        albums
            .MapGet("{id:guid}", GetAsync)
            .WithName("GetAlbum")
            .WithSummary("One album, with its ETag")
            .Produces<Album>()
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status404NotFound);
        albums
            .MapPost("", CreateAsync)
            .WithName("CreateAlbum")
            .WithSummary("Create an album")
            .NeedsApiKey()
            .Produces<Album>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status400BadRequest);
        albums
            .MapPut("{id:guid}", ReplaceAsync)
            .WithName("ReplaceAlbum")
            .WithSummary("Replace an album's title and description; needs its ETag in If-Match")
            .NeedsApiKey()
            .Produces<Album>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesPreconditionProblems();
        albums
            .MapDelete("{id:guid}", DeleteAsync)
            .WithName("DeleteAlbum")
            .WithSummary("Delete an empty album; needs its ETag in If-Match")
            .NeedsApiKey()
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesPreconditionProblems();
    }

    static async Task<IResult> ListAsync(int? limit, string? after, AlbumStore albums, CancellationToken cancellation)
    {
        var (page, problem) = PageRequest.Read(limit, after);
        if (page is null)
            return problem!;
        var found = await albums.ListAsync(page, cancellation);
        return TypedResults.Ok(Page<Album>.From(found, page.Limit, album => album.Id));
    }

    static async Task<IResult> GetAsync(
        Guid id,
        HttpContext context,
        AlbumStore albums,
        CancellationToken cancellation
    ) =>
        await albums.FindAsync(id, cancellation) is { } album
            ? VersionedResult.Ok(context, album, album.Version)
            : Problems.NotFound("album");

    static async Task<IResult> CreateAsync(
        AlbumRequest request,
        HttpContext context,
        AlbumStore albums,
        CancellationToken cancellation
    )
    {
        if (Validate(request) is { Count: > 0 } errors)
            return Problems.Invalid(errors);
        var album = await albums.CreateAsync(request, cancellation);
        return VersionedResult.Created(context, $"{Path}/{album.Id}", album, album.Version);
    }

    static async Task<IResult> ReplaceAsync(
        Guid id,
        AlbumRequest request,
        HttpContext context,
        AlbumStore albums,
        CancellationToken cancellation
    )
    {
        if (Validate(request) is { Count: > 0 } errors)
            return Problems.Invalid(errors);
        if (await albums.FindAsync(id, cancellation) is not { } current)
            return Problems.NotFound("album");
        if (Preconditions.Check(context.Request, current.Version) is { } problem)
            return problem;
        return await albums.ReplaceAsync(current, request, cancellation) is { } replaced
            ? VersionedResult.Ok(context, replaced, replaced.Version)
            : Problems.PreconditionFailed();
    }

    static async Task<IResult> DeleteAsync(
        Guid id,
        HttpContext context,
        AlbumStore albums,
        CancellationToken cancellation
    )
    {
        if (await albums.FindAsync(id, cancellation) is not { } current)
            return Problems.NotFound("album");
        if (Preconditions.Check(context.Request, current.Version) is { } problem)
            return problem;
        return await albums.DeleteAsync(current, cancellation) switch
        {
            DeleteOutcome.Deleted => TypedResults.NoContent(),
            DeleteOutcome.NotEmpty => Problems.Conflict("The album still has photos. Delete them first."),
            _ => Problems.PreconditionFailed(),
        };
    }

    static Dictionary<string, string[]> Validate(AlbumRequest request) =>
        TextRules.Collect(
            ("title", TextRules.CheckTitle(request.Title)),
            ("description", TextRules.CheckText(request.Description))
        );
}
