using System.Data.Common;
using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using TinyGallery.Api.Data;
using TinyGallery.Api.Observability;

namespace TinyGallery.Api.Http;

/// <summary>What an exception becomes: the client's mistake, a database that is away, or our own defect.</summary>
sealed class FailureHandler(Database database, ILogger<FailureHandler> logger) : IExceptionHandler
{
    const string RetryAfterSeconds = "5";

    public async ValueTask<bool> TryHandleAsync(
        HttpContext context,
        Exception exception,
        CancellationToken cancellationToken
    )
    {
        var problem = exception switch
        {
            BadHttpRequestException bad => Problems.Of(bad.StatusCode, Explain(bad)),
            DbException away when database.IsUnavailable(away) => Problems.Of(
                StatusCodes.Status503ServiceUnavailable,
                "The database is not available. Try again."
            ),
            _ => Problems.Of(
                StatusCodes.Status500InternalServerError,
                "The service failed. Its log has the cause under this trace id."
            ),
        };

        if (problem.StatusCode >= StatusCodes.Status500InternalServerError)
            Log.Failure(logger, exception, context.Request.Method, context.Request.Path);
        if (problem.StatusCode == StatusCodes.Status503ServiceUnavailable)
            context.Response.Headers.RetryAfter = RetryAfterSeconds;
        await problem.ExecuteAsync(context);
        return true;
    }

    static string Explain(BadHttpRequestException bad) =>
        bad switch
        {
            { InnerException: JsonException { Path: { } path, LineNumber: { } line } } =>
                $"The body is not the JSON that is expected: see {path}, line {line + 1}.",
            { InnerException: JsonException } => "The body is not the JSON that is expected.",
            { StatusCode: StatusCodes.Status413PayloadTooLarge } => "The body is larger than is taken here.",
            { StatusCode: StatusCodes.Status415UnsupportedMediaType } => "The body must be application/json.",
            // The framework's words name parameters of our code; the status is enough.
            _ => "The request cannot be understood.",
        };
}
