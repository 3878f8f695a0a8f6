using Microsoft.AspNetCore.Http.HttpResults;
using TinyGallery.Api.Albums;
using TinyGallery.Api.Configuration;
using TinyGallery.Api.Http;
using TinyGallery.Api.Photos;

namespace TinyGallery.Api.Pages;

/// <summary>The gallery for people: plain HTML, made here, without a script.</summary>
static class PageEndpoints
{
    const int CardsPerPage = 24;

    public static void MapPages(this IEndpointRouteBuilder routes)
    {
        string[] methods = [HttpMethods.Get, HttpMethods.Head];
        routes.MapMethods("/", methods, ShowAlbumsAsync).ExcludeFromDescription();
        routes.MapMethods("/albums/{id:guid}", methods, ShowAlbumAsync).ExcludeFromDescription();
    }

    static async Task<IResult> ShowAlbumsAsync(
        string? after,
        HttpContext context,
        GallerySettings settings,
        GalleryQueries queries,
        CancellationToken cancellation
    )
    {
        var (request, _) = PageRequest.Read(CardsPerPage, after);
        // A person with a damaged link is better off with the first page than with an error.
        var found = await queries.ListAlbumsAsync(request ?? new PageRequest(CardsPerPage, null), cancellation);
        var page = Page<AlbumCard>.From(found, CardsPerPage, card => Guid.Parse(card.Id));
        return Show(context, settings, "TinyGallery", AlbumPages.Albums(page));
    }

    static async Task<IResult> ShowAlbumAsync(
        Guid id,
        string? after,
        HttpContext context,
        GallerySettings settings,
        AlbumStore albums,
        PhotoStore photos,
        CancellationToken cancellation
    )
    {
        if (await albums.FindAsync(id, cancellation) is not { } album)
            return Show(context, settings, "Not found", AlbumPages.NotFound(), StatusCodes.Status404NotFound);
        var (request, _) = PageRequest.Read(CardsPerPage, after);
        var found = await photos.ListAsync(id, request ?? new PageRequest(CardsPerPage, null), cancellation);
        var page = Page<Photo>.From(found, CardsPerPage, photo => photo.Id);
        return Show(context, settings, $"{album.Title} · TinyGallery", AlbumPages.Album(album, page));
    }

    static ContentHttpResult Show(
        HttpContext context,
        GallerySettings settings,
        string title,
        Html body,
        int status = StatusCodes.Status200OK
    )
    {
        context.Response.Headers.ContentSecurityPolicy = Layout.ContentSecurityPolicy;
        context.Response.Headers.CacheControl = "no-cache";
        return TypedResults.Text(
            Layout.Page(settings, title, body).ToString(),
            "text/html; charset=utf-8",
            statusCode: status
        );
    }
}
