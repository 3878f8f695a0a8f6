namespace TinyGallery.Api.Security;

/// <summary>
/// What every answer tells a browser (https://owasp.org/www-project-secure-headers/). Set when the answer starts, so
/// that an error, which clears what was set before, has them too.
/// </summary>
static class SecurityHeaders
{
    /// <summary>For answers that are data: nothing in them runs, loads or is framed.</summary>
    const string NothingAllowed = "default-src 'none'; frame-ancestors 'none'; sandbox";

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder application) =>
        application.Use(
            (context, next) =>
            {
                context.Response.OnStarting(
                    static state =>
                    {
                        Set(((HttpContext)state).Response.Headers);
                        return Task.CompletedTask;
                    },
                    context
                );
                return next(context);
            }
        );

    static void Set(IHeaderDictionary headers)
    {
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (headers.ContentSecurityPolicy.Count == 0)
            headers.ContentSecurityPolicy = NothingAllowed;
    }
}
