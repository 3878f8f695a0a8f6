using System.Globalization;
using System.Text.RegularExpressions;
using TinyGallery.IntegrationTests.Hosts;

namespace TinyGallery.IntegrationTests.Observability;

[Collection(DatabaseCollection.Name)]
public sealed partial class MetricsTests(DatabaseServer server) : IAsyncLifetime
{
    RunningGallery? _gallery;

    HttpClient Client => _gallery!.Client;

    public async Task InitializeAsync() => _gallery = await RunningGallery.StartAsync(await server.SharedAsync());

    public async Task DisposeAsync() => await _gallery!.DisposeAsync();

    [Fact]
    public async Task Every_line_is_as_prometheus_reads_it_and_every_series_is_announced_once()
    {
        (await Client.GetAsync("/nothing")).Dispose();
        using var response = await Client.GetAsync("/metrics");

        response.Content.Headers.ContentType!.ToString().Should().Be("text/plain; version=0.0.4; charset=utf-8");
        var text = await response.Content.ReadAsStringAsync();
        text.Should().EndWith("\n");
        var lines = text.TrimEnd('\n').Split('\n');
        lines.Should().AllSatisfy(line => Line().IsMatch(line).Should().BeTrue(line));
        lines.Where(line => line.StartsWith("# TYPE", StringComparison.Ordinal)).Should().OnlyHaveUniqueItems();
        lines
            .Where(line => line[0] != '#')
            .Select(line => line[..line.LastIndexOf(' ')])
            .Should()
            .OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task Requests_are_counted_by_route_and_status()
    {
        var album = await Client.CreateAlbumAsync();
        await Client.GetJsonAsync(album);
        await Client.GetJsonAsync(album);

        await AppearsAsync(
            "tinygallery_http_requests_total{method=\"GET\",route=\"/api/albums/{id:guid}\",status=\"200\"} 2"
        );
        await AppearsAsync("tinygallery_http_requests_total{method=\"POST\",route=\"/api/albums\",status=\"201\"} 1");
    }

    [Fact]
    public async Task Durations_are_a_histogram_whose_last_bucket_holds_all()
    {
        const string Labels = "method=\"GET\",route=\"/version\"";
        await Client.GetJsonAsync("/version");
        await AppearsAsync($"tinygallery_http_request_duration_seconds_count{{{Labels}}} 1");

        var lines = await ReadAsync();

        var buckets = lines
            .Where(line =>
                line.StartsWith($"tinygallery_http_request_duration_seconds_bucket{{{Labels}", StringComparison.Ordinal)
            )
            .Select(line => double.Parse(line[(line.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture))
            .ToList();
        buckets.Should().BeInAscendingOrder();
        buckets[^1].Should().Be(1);
        lines
            .Should()
            .Contain(line => line.StartsWith($"tinygallery_http_request_duration_seconds_sum{{{Labels}}} 0."));
    }

    [Fact]
    public async Task A_client_cannot_make_up_series()
    {
        for (var i = 0; i < 5; i++)
        {
            (await Client.GetAsync($"/made/up/{i}")).Dispose();
            (await Client.SendAsync(new HttpMethod($"MADEUP{i}"), "/")).Dispose();
        }

        await AppearsAsync("tinygallery_http_requests_total{method=\"GET\",route=\"other\",status=\"404\"} 5");
        await AppearsAsync("tinygallery_http_requests_total{method=\"other\",route=\"other\",status=\"405\"} 5");
    }

    [Fact]
    public async Task Failures_are_counted_where_they_happened()
    {
        await using var gallery = await RunningGallery.StartAsync(await server.CreateAsync());
        await gallery.ExecuteAsync("DROP TABLE photo_chunks");
        await gallery.ExecuteAsync("DROP TABLE photos");
        await gallery.ExecuteAsync("DROP TABLE albums");

        (await gallery.Client.GetAsync("/api/albums")).Dispose();

        await AppearsAsync(
            gallery.Client,
            "tinygallery_http_errors_total{method=\"GET\",route=\"/api/albums\",status=\"500\"} 1"
        );
    }

    [Fact]
    public async Task What_is_in_flight_counts_the_one_that_asks()
    {
        await AppearsAsync("tinygallery_http_requests_in_flight 1");
    }

    [Fact]
    public async Task The_build_is_told()
    {
        var version = (await Client.GetJsonAsync("/version")).GetProperty("version").GetString();

        (await ReadAsync()).Should().ContainMatch($"tinygallery_build_info{{version=\"{version}\",commit=\"*\"}} 1");
    }

    Task<string[]> ReadAsync() => ReadAsync(Client);

    static async Task<string[]> ReadAsync(HttpClient client) =>
        (await client.GetStringAsync("/metrics")).TrimEnd('\n').Split('\n');

    Task AppearsAsync(string line) => AppearsAsync(Client, line);

    /// <summary>A request is counted just after its answer was sent: the next one may be quicker.</summary>
    static Task AppearsAsync(HttpClient client, string line) =>
        Slipway.Testing.Wait.UntilAsync(async () => (await ReadAsync(client)).Contains(line), line);

    /// <summary>The grammar of the text format: a comment with a name, or a sample with labels and a number.</summary>
    [GeneratedRegex(
        """^(# (HELP [a-zA-Z_:][\w:]* .+|TYPE [a-zA-Z_:][\w:]* (counter|gauge|histogram))|[a-zA-Z_:][\w:]*(\{([a-zA-Z_]\w*="([^"\\]|\\[\\"n])*"(,(?=[a-zA-Z_])|(?=\})))+\})? ([-+]?\d+(\.\d+)?(E[-+]\d+)?|\+Inf|NaN))$""",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Line();
}
