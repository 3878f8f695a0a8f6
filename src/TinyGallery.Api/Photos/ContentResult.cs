using Microsoft.AspNetCore.Http.HttpResults;
using TinyGallery.Api.Http;

namespace TinyGallery.Api.Photos;

/// <summary>
/// Sends a photo's bytes. The framework answers a range or a condition that cannot be met with a bare status: here it
/// is a problem, as every error.
/// </summary>
sealed class ContentResult(FileStreamHttpResult content) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        await content.ExecuteAsync(httpContext);
        var response = httpContext.Response;
        if (response.HasStarted)
            return;
        var detail = response.StatusCode switch
        {
            StatusCodes.Status412PreconditionFailed => "The image is not the one that the condition names.",
            StatusCodes.Status416RangeNotSatisfiable => "The range lies outside the image; Content-Range has its size.",
            _ => null,
        };
        if (detail is null)
            return;
        response.ContentLength = null;
        response.Headers.CacheControl = default;
        await Problems.Of(response.StatusCode, detail).ExecuteAsync(httpContext);
    }
}
