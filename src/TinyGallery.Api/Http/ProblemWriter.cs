using System.Diagnostics;
using System.Net.Mime;
using Microsoft.AspNetCore.Mvc;

namespace TinyGallery.Api.Http;

/// <summary>
/// Writes every error as a problem, whatever the client accepts (the framework's writer leaves clients that ask for
/// HTML without a body), with the trace id that the logs carry.
/// </summary>
sealed class ProblemWriter : IProblemDetailsWriter
{
    public bool CanWrite(ProblemDetailsContext context) => true;

    public async ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var response = context.HttpContext.Response;
        var problem = context.ProblemDetails;
        Complete(problem, problem.Status ?? response.StatusCode);
        problem.Extensions["traceId"] = Activity.Current?.TraceId.ToString() ?? context.HttpContext.TraceIdentifier;
        await response.WriteAsJsonAsync(
            problem,
            GalleryJson.Default.ProblemDetails,
            MediaTypeNames.Application.ProblemJson,
            context.HttpContext.RequestAborted
        );
    }

    /// <summary>Gives a bare status the title and type that the framework gives the others.</summary>
    static void Complete(ProblemDetails problem, int status)
    {
        var defaults = TypedResults.Problem(statusCode: status).ProblemDetails;
        problem.Status = status;
        problem.Title ??= defaults.Title;
        problem.Type ??= defaults.Type;
    }
}
