using TinyGallery.Api.Configuration;
using TinyGallery.Api.Http;

namespace TinyGallery.Api.Security;

/// <summary>Lets a write through only with the key, before its body is looked at.</summary>
sealed class ApiKeyMiddleware(RequestDelegate next, GallerySettings settings)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<ApiKeyNeeded>() is null)
            return next(context);
        if (settings.ApiKeySha256 is not { } expected)
            return Problems
                .Of(
                    StatusCodes.Status403Forbidden,
                    "Writes are off: no API key is configured. Set Gallery__ApiKeySha256 to the SHA-256 of a key to turn "
                        + "them on."
                )
                .ExecuteAsync(context);
        if (ApiKey.Matches(expected, context.Request.Headers[ApiKey.Header].ToString()))
            return next(context);

        context.Response.Headers.WWWAuthenticate = "ApiKey realm=\"TinyGallery\"";
        return Problems
            .Of(StatusCodes.Status401Unauthorized, $"Writing needs the API key in the header {ApiKey.Header}.")
            .ExecuteAsync(context);
    }
}

/// <summary>Marks an endpoint that changes something.</summary>
sealed class ApiKeyNeeded;

static class ApiKeyExtensions
{
    public static RouteHandlerBuilder NeedsApiKey(this RouteHandlerBuilder route) =>
        route
            .WithMetadata(new ApiKeyNeeded())
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden);
}
