using Microsoft.AspNetCore.Http.HttpResults;

namespace TinyGallery.Api.Http;

/// <summary>The errors that handlers answer with, as problem details (RFC 9457).</summary>
static class Problems
{
    public static ProblemHttpResult NotFound(string what) =>
        Of(StatusCodes.Status404NotFound, $"There is no such {what}.");

    public static ProblemHttpResult Conflict(string detail) => Of(StatusCodes.Status409Conflict, detail);

    public static ProblemHttpResult PreconditionFailed() =>
        Of(
            StatusCodes.Status412PreconditionFailed,
            "It was changed since you read it: its ETag is no longer the one in If-Match. Read it again."
        );

    public static ProblemHttpResult PreconditionRequired() =>
        Of(
            StatusCodes.Status428PreconditionRequired,
            "Send the ETag that you read as If-Match, so that nobody's change is overwritten unseen."
        );

    public static ProblemHttpResult Invalid(string field, string message) =>
        Invalid(new Dictionary<string, string[]>(StringComparer.Ordinal) { [field] = [message] });

    public static ProblemHttpResult Invalid(IReadOnlyDictionary<string, string[]> errors) =>
        TypedResults.Problem(
            string.Join(' ', errors.Select(error => $"{error.Key}: {string.Join(' ', error.Value)}")),
            statusCode: StatusCodes.Status400BadRequest,
            extensions: [new("errors", errors.ToDictionary(StringComparer.Ordinal))]
        );

    public static ProblemHttpResult Of(int status, string detail) => TypedResults.Problem(detail, statusCode: status);
}
