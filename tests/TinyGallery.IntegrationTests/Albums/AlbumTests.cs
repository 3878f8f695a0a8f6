using System.Net;
using System.Net.Http.Json;
using TinyGallery.IntegrationTests.Hosts;

namespace TinyGallery.IntegrationTests.Albums;

[Collection(DatabaseCollection.Name)]
public sealed class AlbumTests(GalleryFixture fixture) : IClassFixture<GalleryFixture>
{
    readonly HttpClient _client = fixture.Client;

    [Fact]
    public async Task A_created_album_can_be_read_where_the_answer_says()
    {
        using var created = await _client.PostAsync(
            "/api/albums",
            JsonContent.Create(new { title = "Größe <b>", description = "two\nlines" })
        );

        created.StatusCode.Should().Be(HttpStatusCode.Created);
        created.Headers.ETag!.Tag.Should().Be("\"1\"");
        var album = await _client.GetJsonAsync(created.Headers.Location!.ToString());
        album.GetProperty("title").GetString().Should().Be("Größe <b>");
        album.GetProperty("description").GetString().Should().Be("two\nlines");
        album.GetProperty("createdAt").GetDateTimeOffset().Offset.Should().Be(TimeSpan.Zero);
        album.TryGetProperty("version", out _).Should().BeFalse();
    }

    [Fact]
    public async Task An_album_that_the_client_has_is_not_sent_again()
    {
        var path = await _client.CreateAlbumAsync();
        var tag = await _client.TagAsync(path);

        using var response = await _client.SendAsync(HttpMethod.Get, path, null, ("If-None-Match", tag));

        response.StatusCode.Should().Be(HttpStatusCode.NotModified);
        (await response.Content.ReadAsByteArrayAsync()).Should().BeEmpty();
        response.Headers.ETag!.ToString().Should().Be(tag);
    }

    [Fact]
    public async Task A_replaced_album_has_its_new_text_and_another_tag()
    {
        var path = await _client.CreateAlbumAsync();
        var tag = await _client.TagAsync(path);

        using var replaced = await ReplaceAsync(path, "New", tag);

        replaced.StatusCode.Should().Be(HttpStatusCode.OK);
        replaced.Headers.ETag!.ToString().Should().NotBe(tag).And.Be(await _client.TagAsync(path));
        (await _client.GetJsonAsync(path)).GetProperty("title").GetString().Should().Be("New");
    }

    [Fact]
    public async Task A_change_without_a_tag_is_refused()
    {
        var path = await _client.CreateAlbumAsync("Old");

        using var replaced = await ReplaceAsync(path, "New", tag: null);
        using var deleted = await _client.DeleteAsync(path);

        await replaced.ShouldBeProblemAsync(HttpStatusCode.PreconditionRequired);
        await deleted.ShouldBeProblemAsync(HttpStatusCode.PreconditionRequired);
        (await _client.GetJsonAsync(path)).GetProperty("title").GetString().Should().Be("Old");
    }

    [Fact]
    public async Task A_change_of_an_older_version_is_refused()
    {
        var path = await _client.CreateAlbumAsync();
        var tag = await _client.TagAsync(path);
        (await ReplaceAsync(path, "First", tag)).Dispose();

        using var replaced = await ReplaceAsync(path, "Second", tag);
        using var deleted = await _client.SendAsync(HttpMethod.Delete, path, null, ("If-Match", tag));

        await replaced.ShouldBeProblemAsync(HttpStatusCode.PreconditionFailed);
        await deleted.ShouldBeProblemAsync(HttpStatusCode.PreconditionFailed);
        (await _client.GetJsonAsync(path)).GetProperty("title").GetString().Should().Be("First");
    }

    [Fact]
    public async Task Of_many_changes_of_one_version_exactly_one_wins()
    {
        var path = await _client.CreateAlbumAsync();
        var tag = await _client.TagAsync(path);

        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => ReplaceAsync(path, $"Title {i}", tag)));

        answers
            .Select(answer => answer.StatusCode)
            .Order()
            .Should()
            .Equal([HttpStatusCode.OK, .. Enumerable.Repeat(HttpStatusCode.PreconditionFailed, 15)]);
        var winner = await answers.Single(answer => answer.IsSuccessStatusCode).JsonAsync();
        (await _client.GetJsonAsync(path)).GetRawText().Should().Be(winner.GetRawText());
    }

    [Fact]
    public async Task A_deleted_album_is_gone()
    {
        var path = await _client.CreateAlbumAsync();

        using var deleted = await _client.SendAsync(HttpMethod.Delete, path, null, ("If-Match", "*"));

        deleted.StatusCode.Should().Be(HttpStatusCode.NoContent);
        await (await _client.GetAsync(path)).ShouldBeProblemAsync(HttpStatusCode.NotFound);
        await (await ReplaceAsync(path, "New", "*")).ShouldBeProblemAsync(HttpStatusCode.NotFound);
        await (await _client.SendAsync(HttpMethod.Delete, path, null, ("If-Match", "*"))).ShouldBeProblemAsync(
            HttpStatusCode.NotFound
        );
    }

    [Fact]
    public async Task An_album_with_photos_is_not_deleted()
    {
        var path = await _client.CreateAlbumAsync();
        var photo = await _client.UploadAsync(path);

        using var refused = await _client.SendAsync(HttpMethod.Delete, path, null, ("If-Match", "*"));
        await refused.ShouldBeProblemAsync(HttpStatusCode.Conflict);

        (await _client.SendAsync(HttpMethod.Delete, photo, null, ("If-Match", "*"))).Dispose();
        using var deleted = await _client.SendAsync(HttpMethod.Delete, path, null, ("If-Match", "*"));
        deleted.StatusCode.Should().Be(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Pages_show_every_album_once_newest_first()
    {
        var created = new List<string>();
        for (var i = 0; i < 7; i++)
            created.Add((await _client.CreateAlbumAsync($"Paged {i}")).Split('/')[^1]);

        var seen = new List<string>();
        string? after = null;
        do
        {
            var page = await _client.GetJsonAsync("/api/albums?limit=3" + (after is null ? "" : $"&after={after}"));
            var items = page.GetProperty("items").EnumerateArray().ToList();
            items.Count.Should().BeInRange(1, 3);
            seen.AddRange(items.Select(item => item.GetProperty("id").GetString()!));
            after = page.GetProperty("next").GetString();
        } while (after is not null);

        seen.Should().OnlyHaveUniqueItems().And.ContainInOrder(Enumerable.Reverse(created));
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=201")]
    [InlineData("limit=many")]
    [InlineData("after=nonsense")]
    public async Task A_page_that_there_cannot_be_is_a_problem(string query)
    {
        using var response = await _client.GetAsync($"/api/albums?{query}");

        await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("{\"title\":\"\"}", "title")]
    [InlineData("{\"title\":\"a\\nb\"}", "title")]
    [InlineData("{\"title\":\"a\",\"description\":\"\\u0000\"}", "description")]
    public async Task A_field_that_breaks_its_rule_is_named(string body, string field)
    {
        using var response = await _client.PostAsync("/api/albums", ApiClient.Json(body));

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest);
        problem.GetProperty("errors").GetProperty(field).GetArrayLength().Should().Be(1);
    }

    [Fact]
    public async Task All_fields_that_break_a_rule_are_named_at_once()
    {
        var path = await _client.CreateAlbumAsync();
        var request = new { title = "", description = new string('x', 5000) };

        using var response = await _client.SendAsync(
            HttpMethod.Put,
            path,
            JsonContent.Create(request),
            ("If-Match", "*")
        );

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest);
        problem.GetProperty("errors").EnumerateObject().Select(e => e.Name).Should().Equal("title", "description");
    }

    Task<HttpResponseMessage> ReplaceAsync(string path, string title, string? tag) =>
        _client.SendAsync(
            HttpMethod.Put,
            path,
            JsonContent.Create(new { title }),
            tag is null ? [] : [("If-Match", tag)]
        );
}
