using Microsoft.AspNetCore.Http.HttpResults;

namespace TinyGallery.Api.Http;

/// <summary>Which page of a list.</summary>
/// <param name="Limit">How many, 1 to <see cref="MaxLimit"/>.</param>
/// <param name="After">The identifier behind which it begins; null for the first page.</param>
sealed record PageRequest(int Limit, Guid? After)
{
    public const int DefaultLimit = 50;
    public const int MaxLimit = 200;

    /// <returns>The request, or the problem to answer with.</returns>
    public static (PageRequest? Request, ProblemHttpResult? Problem) Read(int? limit, string? after)
    {
        if (limit is < 1 or > MaxLimit)
            return (null, Problems.Invalid("limit", $"It takes a number from 1 to {MaxLimit}."));
        if (after is null)
            return (new PageRequest(limit ?? DefaultLimit, null), null);
        return PageToken.TryParse(after, out var last)
            ? (new PageRequest(limit ?? DefaultLimit, last), null)
            : (null, Problems.Invalid("after", "It takes the \"next\" of the page before, as it was given."));
    }
}
