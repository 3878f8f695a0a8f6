using TinyGallery.Api.Albums;
using TinyGallery.Api.Http;
using TinyGallery.Api.Photos;

namespace TinyGallery.Api.Pages;

/// <summary>The bodies of the pages.</summary>
static class AlbumPages
{
    public static Html Albums(Page<AlbumCard> page) =>
        page.Items.Count == 0
            ? Html.Of($"""<h1>Albums</h1><p class="soft">There are no albums yet.</p>""")
            : Html.Of(
                $"""<h1>Albums</h1><ul class="grid">{Html.Concat(page.Items.Select(Card))}</ul>{More("/", page.Next)}"""
            );

    public static Html Album(Album album, Page<Photo> page)
    {
        var photos =
            page.Items.Count == 0
                ? Html.Of($"""<p class="soft">There are no photos in this album yet.</p>""")
                : Html.Of(
                    $"""<ul class="grid">{Html.Concat(page.Items.Select(Card))}</ul>{More($"/albums/{album.Id}", page.Next)}"""
                );
        var description =
            album.Description.Length == 0 ? default : Html.Of($"""<p class="text soft">{album.Description}</p>""");
        return Html.Of($"""<h1>{album.Title}</h1>{description}{photos}""");
    }

    public static Html NotFound() =>
        Html.Of(
            $"""<h1>Not found</h1><p class="soft">There is no such album. <a class="more" href="/">All albums</a></p>"""
        );

    static Html Card(AlbumCard album)
    {
        var cover =
            album.Cover.Length == 0
                ? Html.Of($"""<span class="none"></span>""")
                : Html.Of($"""<img src="{PhotoEndpoints.Path}/{album.Cover}/content" alt="" loading="lazy">""");
        var count = album.Photos == 1 ? "1 photo" : $"{album.Photos} photos";
        return Html.Of(
            $"""<li class="card"><a href="/albums/{album.Id}">{cover}<p>{album.Title}<br><span class="soft">{count}</span></p></a></li>"""
        );
    }

    static Html Card(Photo photo)
    {
        var source = $"{PhotoEndpoints.Path}/{photo.Id}/content";
        return Html.Of(
            $"""
            <li class="card"><a href="{source}">
            <img src="{source}" alt="{photo.Title}" width="{photo.Width}" height="{photo.Height}" loading="lazy">
            <p>{photo.Title}<br><span class="soft text">{photo.Caption}</span></p></a></li>
            """
        );
    }

    static Html More(string path, string? next) =>
        next is null
            ? default
            : Html.Of($"""<p><a class="more" rel="next" href="{path}?after={next}">Older →</a></p>""");
}
