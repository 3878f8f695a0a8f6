namespace TinyGallery.Api.Http;

/// <summary>Some of a list, newest first.</summary>
/// <param name="Next">What <c>after</c> takes to go on behind this page; null on the last one.</param>
sealed record Page<T>(IReadOnlyList<T> Items, string? Next)
{
    /// <summary>A page from what a query for one row more than <paramref name="limit"/> found.</summary>
    public static Page<T> From(IReadOnlyList<T> found, int limit, Func<T, Guid> id) =>
        found.Count > limit
            ? new Page<T>([.. found.Take(limit)], PageToken.Format(id(found[limit - 1])))
            : new Page<T>(found, null);
}
