using System.Net;
using Octokit;
using Octokit.Internal;

namespace Slipway.Releases;

/// <summary>
/// Octokit's HTTP, with what it lacks: a limit and a cancellation for the whole of an answer, most of its methods taking
/// none, and downloads that stay the bytes they are.
/// </summary>
sealed class GitHubTransport : HttpClientAdapter
{
    static readonly AsyncLocal<CancellationToken> Cancellation = new();

    public GitHubTransport(GitHubPatience patience)
        : base(() =>
            new Wire(patience)
            {
                InnerHandler = new SocketsHttpHandler
                {
                    AllowAutoRedirect = false,
                    AutomaticDecompression = DecompressionMethods.All,
                },
            }
        )
    {
        // The wire has the limits; Octokit's own would cut a long upload.
        SetRequestTimeout(Timeout.InfiniteTimeSpan);
    }

    /// <summary>Runs a call of Octokit's; what it sends is cancelled with the token.</summary>
    public static async Task<T> RunAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Cancellation.Value = cancellationToken;
        return await call();
    }

    protected override async Task<IResponse> BuildResponse(
        HttpResponseMessage responseMessage,
        Func<object, object> preprocessResponseBody
    ) =>
        // Octokit would decode an asset that is text or JSON.
        IsDownload(responseMessage.RequestMessage) && responseMessage.IsSuccessStatusCode
            ? new Download(responseMessage.StatusCode, await responseMessage.Content.ReadAsStreamAsync())
            : await base.BuildResponse(responseMessage, preprocessResponseBody);

    static bool IsDownload(HttpRequestMessage? request) =>
        request?.Method == HttpMethod.Get && request.Headers.Accept.Any(type => type.MediaType is GitHubMedia.Bytes);

    sealed class Wire(GitHubPatience patience) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            var isTransfer = IsDownload(request) || request.Content is StreamContent;
            // A network's time is the machine's, whatever clock the waits between attempts go by.
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, Cancellation.Value);
            limit.CancelAfter(isTransfer ? patience.TransferLimit : patience.RequestLimit);
            request.Headers.TryAddWithoutValidation("X-GitHub-Api-Version", GitHubMedia.ApiVersion);

            var response = await base.SendAsync(request, limit.Token);
            if (!IsDownload(request) || !response.IsSuccessStatusCode)
                await response.Content.LoadIntoBufferAsync(limit.Token);
            return response;
        }
    }

    sealed class Download(HttpStatusCode status, Stream content) : IResponse
    {
        public object Body { get; } = content;

        public HttpStatusCode StatusCode { get; } = status;

        public IReadOnlyDictionary<string, string> Headers { get; } =
            new Dictionary<string, string>(StringComparer.Ordinal);

        /// <summary>The place that keeps the content counts no requests.</summary>
        public ApiInfo ApiInfo { get; } =
            new(new Dictionary<string, Uri>(StringComparer.Ordinal), [], [], "", new RateLimit(0, 0, 0), TimeSpan.Zero);

        public string ContentType => GitHubMedia.Bytes;
    }
}

/// <summary>What GitHub calls things on the wire.</summary>
static class GitHubMedia
{
    public const string Bytes = "application/octet-stream";

    public const string Json = "application/vnd.github+json";

    /// <summary>docs.github.com/rest/about-the-rest-api/api-versions.</summary>
    public const string ApiVersion = "2022-11-28";
}
