using System.Net;

namespace TinyGallery.Api.Verbs;

/// <summary>
/// Asks the service on this machine whether it is ready: the health check of an image that has neither shell nor curl.
/// </summary>
static class HealthProbe
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    public static async Task<int> RunAsync(
        Uri service,
        TextWriter output,
        TextWriter error,
        CancellationToken cancellation
    )
    {
        var address = new Uri(service, "/health/ready");
        // Never through a proxy that the environment names: it is this machine that is asked.
        using var handler = new SocketsHttpHandler { UseProxy = false };
        using var client = new HttpClient(handler) { Timeout = Limit };
        try
        {
            using var response = await client.GetAsync(address, cancellation);
            if (response.StatusCode == HttpStatusCode.OK)
            {
                await output.WriteLineAsync("ready");
                return CommandLine.Done;
            }

            var body = await response.Content.ReadAsStringAsync(cancellation);
            await error.WriteLineAsync($"not ready: {address} answers {(int)response.StatusCode}: {body}");
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
        {
            await error.WriteLineAsync($"not ready: {address} does not answer: {failure.Message}");
        }

        return CommandLine.Failed;
    }
}
