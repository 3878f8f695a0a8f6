using System.Text;
using Microsoft.AspNetCore.Http;

namespace Slipway.Testing.GitHub;

/// <summary>Takes each request in, lets go wrong what is to go wrong, and holds both sides to the description.</summary>
sealed class Front(GitHubServer server, ApiDescription description)
{
    /// <summary>A client that never gives up must not hold a test up for ever.</summary>
    static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(2);

    readonly GitHubOperations _operations = new(server, description);

    public async Task AnswerAsync(HttpContext context)
    {
        var request = await Incoming.ReadAsync(context.Request, server.Addresses, description);
        var call = server.Record(context.Request, request.Name);
        var kind = call.Fault?.Kind;
        if (kind is FaultKind.TimeOutBefore or FaultKind.CutBefore or FaultKind.DieBefore)
        {
            await EndAsync(context, call.Fault!);
            return;
        }

        var answer = kind is FaultKind.Refuse ? call.Fault!.Answer!(server.Time.GetUtcNow()) : Handled(request, kind);
        if (kind is FaultKind.TimeOutAfter or FaultKind.DieAfter)
        {
            await EndAsync(context, call.Fault!);
            return;
        }

        if (kind is FaultKind.RefuseAfter or FaultKind.HalfUpload)
            answer = call.Fault!.Answer!(server.Time.GetUtcNow());
        await WriteAsync(context, answer, isCut: kind is FaultKind.CutAnswer);
    }

    /// <summary>A defect of this server must not look like a fault that a client survives.</summary>
    Answer Handled(Incoming request, FaultKind? kind)
    {
        try
        {
            return Handle(request, kind);
        }
        catch (Exception defect)
        {
            server.Violate($"The server itself failed: {defect}");
            return Answer.Error(500, "Server Error");
        }
    }

    Answer Handle(Incoming request, FaultKind? kind)
    {
        if (request.IsStorage)
            return _operations.Stored(request);
        if (request.Operation is not { } operation)
        {
            server.Violate($"GitHub has no {request.Method} {request.Path}");
            return Answer.NotFound;
        }

        var wrong = operation.Check(request.PathValues, request.Query, request.ContentType, request.Body).ToArray();
        foreach (var violation in wrong)
            server.Violate(violation);
        if (wrong.Length > 0)
            return Answer.Error(422, string.Join("; ", wrong));

        Answer answer;
        lock (server.Lock)
            answer = _operations.Handle(request, isHalf: kind is FaultKind.HalfUpload);
        foreach (var violation in operation.Check(answer.Status, answer.Body))
            server.Violate(violation);
        return answer;
    }

    static async Task EndAsync(HttpContext context, Fault fault)
    {
        fault.Death?.Invoke();
        if (fault.Kind is FaultKind.TimeOutBefore or FaultKind.TimeOutAfter)
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
            limit.CancelAfter(LongestSilence);
            await Task.Delay(Timeout.Infinite, limit.Token).ContinueWith(_ => { }, TaskScheduler.Default);
        }

        context.Abort();
    }

    async Task WriteAsync(HttpContext context, Answer answer, bool isCut)
    {
        var (type, bytes) = answer switch
        {
            { Content: { } content } => ("application/octet-stream", content),
            { Html: { } page } => ("text/html", Encoding.UTF8.GetBytes(page)),
            { Body: { } json } => ("application/json; charset=utf-8", Encoding.UTF8.GetBytes(json.ToJsonString())),
            _ => (null, Array.Empty<byte>()),
        };
        if (isCut && bytes.Length == 0)
        {
            context.Abort();
            return;
        }

        var response = context.Response;
        response.StatusCode = answer.Status;
        response.ContentType = type;
        var reset = server.Time.GetUtcNow().AddHours(1).ToUnixTimeSeconds();
        response.Headers["x-ratelimit-limit"] = "5000";
        response.Headers["x-ratelimit-remaining"] = $"{_operations.Remaining}";
        response.Headers["x-ratelimit-reset"] = $"{reset}";
        response.Headers["x-ratelimit-resource"] = "core";
        foreach (var (name, value) in answer.Headers)
            response.Headers[name] = value;
        if (answer.Status == StatusCodes.Status204NoContent)
            return;
        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(isCut ? bytes.AsMemory(0, bytes.Length / 2) : bytes);
        await response.Body.FlushAsync();
        if (isCut)
            context.Abort();
    }
}
