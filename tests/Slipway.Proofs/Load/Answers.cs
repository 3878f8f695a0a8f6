using System.Diagnostics;
using System.Net;

namespace Slipway.Proofs.Load;

/// <summary>Reads answers to their end and holds them against what was asked.</summary>
static class Answers
{
    /// <summary>The body of an answer with this status.</summary>
    /// <exception cref="WrongAnswerException">Another status.</exception>
    public static async Task<byte[]> BodyAsync(
        this HttpClient client,
        HttpRequestMessage request,
        HttpStatusCode expected,
        CancellationToken cancellation
    )
    {
        using (request)
        {
            using var response = await client.SendAsync(request, cancellation);
            var body = await response.Content.ReadAsByteArrayAsync(cancellation);
            Require(response, expected);
            return body;
        }
    }

    /// <summary>Reads a body so slowly that it takes as long as given.</summary>
    public static async Task<byte[]> SlowlyAsync(
        this HttpClient client,
        Uri address,
        TimeSpan duration,
        CancellationToken cancellation
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        Require(response, HttpStatusCode.OK);
        var length = response.Content.Headers.ContentLength ?? throw new WrongAnswerException("no Content-Length");
        await using var stream = await response.Content.ReadAsStreamAsync(cancellation);
        using var body = new MemoryStream();
        var buffer = new byte[64 * 1024];
        var clock = Stopwatch.StartNew();
        while (await stream.ReadAsync(buffer, cancellation) is > 0 and var read)
        {
            body.Write(buffer, 0, read);
            var due = duration * ((double)body.Length / length) - clock.Elapsed;
            if (due > TimeSpan.Zero)
                await Task.Delay(due, cancellation);
        }

        return body.ToArray();
    }

    public static void Require(bool isRight, string wrong)
    {
        if (!isRight)
            throw new WrongAnswerException(wrong);
    }

    static void Require(HttpResponseMessage response, HttpStatusCode expected)
    {
        if (response.StatusCode == expected)
            return;
        var status = (int)response.StatusCode;
        var whose = status is >= 400 and < 500 ? " (a mistake of the proof's own set-up)" : "";
        throw new WrongAnswerException(
            $"{response.RequestMessage!.Method} {response.RequestMessage.RequestUri!.AbsolutePath} answered {status}{whose}"
        );
    }
}
