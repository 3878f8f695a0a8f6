using System.Net;
using TinyGallery.IntegrationTests.Hosts;

namespace TinyGallery.IntegrationTests.Security;

[Collection(DatabaseCollection.Name)]
public sealed class RateLimitTests(DatabaseServer server) : IAsyncLifetime
{
    const int Permits = 3;
    RunningGallery? _gallery;

    HttpClient Client => _gallery!.Client;

    public async Task InitializeAsync() =>
        _gallery = await RunningGallery.StartAsync(
            await server.SharedAsync(),
            settings: ("Gallery:RateLimit:PermitsPerSecond", $"{Permits}")
        );

    public async Task DisposeAsync() => await _gallery!.DisposeAsync();

    [Fact]
    public async Task Too_many_requests_of_one_client_are_refused_with_a_time_to_wait()
    {
        using var refused = await FloodAsync("192.0.2.1");

        await refused.ShouldBeProblemAsync(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter!.Delta.Should().BeGreaterThan(TimeSpan.Zero);
    }

    [Fact]
    public async Task Another_client_behind_the_same_proxy_is_not_touched()
    {
        (await FloodAsync("192.0.2.1")).Dispose();

        using var other = await GetAsync("192.0.2.2", "/api/albums");

        other.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/metrics")]
    [InlineData("/version")]
    public async Task What_machines_ask_is_never_refused(string path)
    {
        (await FloodAsync("192.0.2.1")).Dispose();

        using var probe = await GetAsync("192.0.2.1", path);

        probe.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_default_lets_a_load_test_through()
    {
        await using var gallery = await RunningGallery.StartAsync(await server.SharedAsync());

        var answers = await Task.WhenAll(Enumerable.Range(0, 500).Select(_ => gallery.Client.GetAsync("/nothing")));

        answers.Select(answer => answer.StatusCode).Should().AllBeEquivalentTo(HttpStatusCode.NotFound);
    }

    /// <returns>The first answer that refuses; with three permits a second it comes soon.</returns>
    async Task<HttpResponseMessage> FloodAsync(string client)
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => GetAsync(client, "/api/albums")));
        return answers.First(answer => answer.StatusCode != HttpStatusCode.OK);
    }

    Task<HttpResponseMessage> GetAsync(string client, string path) =>
        Client.SendAsync(HttpMethod.Get, path, null, ("X-Forwarded-For", client));
}
