namespace TinyGallery.Api.Http;

/// <summary>Answers a resource with its ETag, or 304 to a client that has it.</summary>
static class VersionedResult
{
    public static IResult Ok<T>(HttpContext context, T resource, long version)
    {
        var tag = Preconditions.Tag(version).ToString();
        context.Response.Headers.ETag = tag;
        // May be kept, but is asked about before each use.
        context.Response.Headers.CacheControl = "no-cache";
        return HttpMethods.IsGet(context.Request.Method) && Preconditions.IsKnown(context.Request, version)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Ok(resource);
    }

    public static IResult Created<T>(HttpContext context, string location, T resource, long version)
    {
        context.Response.Headers.ETag = Preconditions.Tag(version).ToString();
        return TypedResults.Created(location, resource);
    }
}
