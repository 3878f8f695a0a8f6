using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.Serialization;
using Octokit;

namespace Slipway.Releases;

/// <summary>What became of a request that failed, and whether asking again can help.</summary>
/// <param name="Why">What was answered, for a person.</param>
/// <param name="RetryAt">Not before then; null: GitHub did not say.</param>
sealed record GitHubRefusal(HostFailure Kind, string Why, bool MayPass, DateTimeOffset? RetryAt = null)
{
    /// <summary>Status 422 for something that is there already.</summary>
    const string AlreadyExists = "already_exists";

    const int LongestQuote = 300;

    /// <summary>GitHub's advice for a secondary limit that names no time (docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api).</summary>
    static readonly TimeSpan UsualPenalty = TimeSpan.FromMinutes(1);

    /// <summary>Null: this is no failure of a host's.</summary>
    public static GitHubRefusal? Of(Exception failure, DateTimeOffset now) =>
        failure switch
        {
            // Without an answer too: what Octokit says of a list that is not there carries none.
            ApiException refused => OfAnswer(refused, now),
            OperationCanceledException => Unavailable("it did not answer in time"),
            HttpRequestException or HttpIOException or AnswerException => Unavailable(failure.Message),
            // Others are of a disk, and no host's.
            IOException { InnerException: SocketException } => Unavailable(failure.Message),
            SerializationException => Unavailable("its answer was cut off or is no JSON"),
            _ => null,
        };

    public static GitHubRefusal Unavailable(string why) => new(HostFailure.Unavailable, why, MayPass: true);

    static GitHubRefusal OfAnswer(ApiException refused, DateTimeOffset now)
    {
        var why = $"it answered {(int)refused.StatusCode}{Said(refused)}";
        return refused.StatusCode switch
        {
            HttpStatusCode.Unauthorized => new(HostFailure.Unauthorized, why, MayPass: false),
            HttpStatusCode.Forbidden or HttpStatusCode.TooManyRequests => LimitEnd(refused, now) is { } end
                ? new(HostFailure.RateLimited, why, MayPass: true, end)
                : new(HostFailure.Forbidden, why, MayPass: false),
            HttpStatusCode.NotFound or HttpStatusCode.Gone => new(HostFailure.NotFound, why, MayPass: false),
            HttpStatusCode.Conflict => new(HostFailure.Conflict, why, MayPass: false),
            HttpStatusCode.UnprocessableEntity when Codes(refused).Contains(AlreadyExists, StringComparer.Ordinal) =>
                new(HostFailure.Conflict, why, MayPass: false),
            HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError => Unavailable(why),
            _ => new(HostFailure.Invalid, why, MayPass: false),
        };
    }

    /// <summary>Null: it is no limit that ends.</summary>
    static DateTimeOffset? LimitEnd(ApiException refused, DateTimeOffset now)
    {
        if (Number(refused, "retry-after") is { } seconds)
            return now.AddSeconds(seconds);
        if (Number(refused, "x-ratelimit-remaining") is 0 && Number(refused, "x-ratelimit-reset") is { } reset)
            return DateTimeOffset.FromUnixTimeSeconds(reset);
        return
            refused.StatusCode == HttpStatusCode.TooManyRequests
            || Said(refused).Contains("secondary rate limit", StringComparison.OrdinalIgnoreCase)
            ? now + UsualPenalty
            : null;
    }

    static long? Number(ApiException refused, string header)
    {
        var text = refused
            .HttpResponse?.Headers.FirstOrDefault(pair => pair.Key.Equals(header, StringComparison.OrdinalIgnoreCase))
            .Value;
        // A greater number would leave the calendar.
        return
            long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number <= DateTimeOffset.MaxValue.ToUnixTimeSeconds() / 2
            ? number
            : null;
    }

    static string Said(ApiException refused)
    {
        var details = (refused.ApiError?.Errors ?? []).Select(error =>
            error.Message ?? string.Join(' ', error.Resource, error.Field, error.Code)
        );
        var said = string.Join("; ", [refused.ApiError?.Message, .. details]).Trim([' ', ';']).ReplaceLineEndings(" ");
        // A page for people, from a proxy, tells nothing.
        return said.Length == 0 || said[0] == '<'
            ? ""
            : $" ({(said.Length > LongestQuote ? said[..LongestQuote] + "…" : said)})";
    }

    static IEnumerable<string?> Codes(ApiException refused) =>
        (refused.ApiError?.Errors ?? []).Select(error => error.Code);
}

/// <summary>An answer that came and is not what it should be.</summary>
sealed class AnswerException(string message) : Exception(message);
