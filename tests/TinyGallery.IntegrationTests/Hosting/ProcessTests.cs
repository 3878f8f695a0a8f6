using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Slipway.Testing;
using TinyGallery.IntegrationTests.Hosts;
using TinyGallery.Tests;

namespace TinyGallery.IntegrationTests.Hosting;

[Collection(DatabaseCollection.Name)]
public sealed class ProcessTests(DatabaseServer server) : IAsyncLifetime
{
    const string Interrupt = "INT";
    const string Terminate = "TERM";

    string _connection = "";

    public async Task InitializeAsync()
    {
        _connection = await server.CreateAsync();
        (await GalleryProcess.RunAsync(_connection, "migrate")).ExitCode.Should().Be(0);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData(Terminate)]
    [InlineData(Interrupt)]
    public async Task An_idle_service_ends_at_once_and_well(string signal)
    {
        using var gallery = await GalleryProcess.StartAsync(_connection);

        await gallery.SignalAsync(signal);

        (await gallery.WaitForExitAsync()).Should().Be(0);
    }

    [Fact]
    public async Task A_request_in_flight_is_finished_while_the_service_is_not_ready_any_more()
    {
        using var gallery = await GalleryProcess.StartAsync(_connection);
        gallery.Client.DefaultRequestHeaders.Add("X-Api-Key", RunningGallery.ApiKey);
        var album = await gallery.Client.CreateAlbumAsync();
        using var body = new SlowContent(SampleImages.Jpeg);
        var upload = gallery.Client.PostAsync($"{album}/photos", body);
        await body.HalfSent;

        await gallery.SignalAsync(Terminate);

        await Wait.UntilAsync(
            async () => await ReadyStatusAsync(gallery) == HttpStatusCode.ServiceUnavailable,
            "not ready"
        );
        (await gallery.Client.GetAsync("/health/live")).StatusCode.Should().Be(HttpStatusCode.OK);
        body.SendRest();
        using var created = await upload;
        created.StatusCode.Should().Be(HttpStatusCode.Created);
        created.Headers.ConnectionClose.Should().NotBe(false);
        (await gallery.WaitForExitAsync()).Should().Be(0);

        // What was acknowledged is there.
        using var next = await GalleryProcess.StartAsync(_connection);
        (await next.Client.GetByteArrayAsync($"{created.Headers.Location}/content")).Should().Equal(SampleImages.Jpeg);
    }

    [Fact]
    public async Task A_second_signal_does_not_wait()
    {
        using var gallery = await GalleryProcess.StartAsync(_connection);
        gallery.Client.DefaultRequestHeaders.Add("X-Api-Key", RunningGallery.ApiKey);
        var album = await gallery.Client.CreateAlbumAsync();
        using var body = new SlowContent(SampleImages.Jpeg);
        var upload = gallery.Client.PostAsync($"{album}/photos", body);
        await body.HalfSent;

        await gallery.SignalAsync(Terminate);
        await Wait.UntilAsync(
            async () => await ReadyStatusAsync(gallery) == HttpStatusCode.ServiceUnavailable,
            "not ready"
        );
        await gallery.SignalAsync(Terminate);

        // It listens no more, although a request is still in flight.
        await Wait.UntilAsync(async () => await ReadyStatusAsync(gallery) is null, "not listening");
        body.SendRest();
        using var created = await upload;
        (await gallery.WaitForExitAsync()).Should().Be(0);
    }

    [Fact]
    public async Task In_production_each_line_of_the_log_is_json_with_version_commit_and_trace()
    {
        const string Trace = "0af7651916cd43dd8448eb211c80319c";
        using var gallery = await GalleryProcess.StartAsync(_connection);
        (
            await gallery.Client.SendAsync(
                HttpMethod.Get,
                "/nothing",
                null,
                ("traceparent", $"00-{Trace}-b7ad6b7169203331-01")
            )
        ).Dispose();
        await gallery.SignalAsync(Terminate);
        await gallery.WaitForExitAsync();
        await Wait.UntilAsync(() => gallery.Lines.Any(line => line.Contains(Trace)), "the request is logged");

        var entries = gallery.Lines.Select(line => JsonDocument.Parse(line).RootElement).ToList();

        entries
            .Should()
            .AllSatisfy(entry =>
            {
                entry.GetProperty("time").GetDateTimeOffset();
                entry.GetProperty("level").GetString().Should().NotBeEmpty();
                entry.GetProperty("version").GetString().Should().MatchRegex(@"^\d+\.\d+\.\d+");
                entry.GetProperty("commit").GetString().Should().NotBeEmpty();
            });
        var request = entries.Single(entry => entry.TryGetProperty("traceId", out var id) && id.GetString() == Trace);
        request.GetProperty("message").GetString().Should().StartWith("GET /nothing 404 in ");
        request.GetProperty("values").GetProperty("Status").GetInt32().Should().Be(404);
    }

    [Fact]
    public async Task In_development_the_log_is_for_people()
    {
        using var gallery = await GalleryProcess.StartAsync(_connection, ("ASPNETCORE_ENVIRONMENT", "Development"));

        await Wait.UntilAsync(() => gallery.Lines.Any(line => line.Contains("listens on")), "the start is logged");

        gallery.Lines.Should().AllSatisfy(line => line.Should().NotStartWith("{"));
    }

    [Fact]
    public async Task A_port_that_is_taken_is_one_clear_line()
    {
        using var gallery = await GalleryProcess.StartAsync(_connection);
        var address = gallery.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);

        var second = await GalleryProcess.RunAsync(_connection, "--urls", address);

        second.ExitCode.Should().Be(1);
        second.All.Should().Be($"error: Failed to bind to address {address}: address already in use.\n");
    }

    [Fact]
    public async Task The_health_verb_asks_the_service_on_its_address()
    {
        using var gallery = await GalleryProcess.StartAsync(_connection);
        var address = gallery.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);

        var ready = await GalleryProcess.RunAsync(_connection, "health", "--urls", address);
        await gallery.SignalAsync(Terminate);
        await gallery.WaitForExitAsync();
        var gone = await GalleryProcess.RunAsync(_connection, "health", "--urls", address);

        ready.ExitCode.Should().Be(0, ready.All);
        gone.ExitCode.Should().Be(1);
        gone.Error.Should().StartWith($"not ready: {address}/health/ready does not answer");
    }

    static async Task<HttpStatusCode?> ReadyStatusAsync(GalleryProcess gallery)
    {
        try
        {
            using var response = await gallery.Client.GetAsync("/health/ready");
            return response.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    /// <summary>A body of which the second half is sent when the test says so.</summary>
    sealed class SlowContent : HttpContent
    {
        readonly TaskCompletionSource _halfSent = new(TaskCreationOptions.RunContinuationsAsynchronously);
        readonly TaskCompletionSource _rest = new(TaskCreationOptions.RunContinuationsAsynchronously);
        readonly byte[] _bytes;

        public SlowContent(byte[] bytes)
        {
            _bytes = bytes;
            Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
        }

        public Task HalfSent => _halfSent.Task;

        public void SendRest() => _rest.TrySetResult();

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(_bytes.AsMemory(0, _bytes.Length / 2));
            await stream.FlushAsync();
            _halfSent.TrySetResult();
            await _rest.Task;
            await stream.WriteAsync(_bytes.AsMemory(_bytes.Length / 2));
        }

        protected override bool TryComputeLength(out long length)
        {
            length = _bytes.Length;
            return true;
        }
    }
}
