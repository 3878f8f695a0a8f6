using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace TinyGallery.Api.Http;

/// <summary>Optimistic concurrency by entity tags (RFC 9110, sections 8.8.3 and 13).</summary>
static class Preconditions
{
    /// <summary>The tag of a resource's version. Strong: the representation is made of the version alone.</summary>
    public static EntityTagHeaderValue Tag(long version) => new($"\"{version}\"");

    /// <summary>What forbids a change: no If-Match (428), one that is not understood (400) or of another version (412).</summary>
    public static ProblemHttpResult? Check(HttpRequest request, long version)
    {
        var header = request.Headers.IfMatch;
        if (header.Count == 0)
            return Problems.PreconditionRequired();
        if (!EntityTagHeaderValue.TryParseList(header.ToArray()!, out var tags))
            return Problems.Invalid("If-Match", "It takes entity tags in quotes, such as \"3\".");
        return tags.Any(tag => IsAny(tag) || tag.Compare(Tag(version), useStrongComparison: true))
            ? null
            : Problems.PreconditionFailed();
    }

    /// <summary>True when the client has this version already (If-None-Match): 304 is the answer.</summary>
    public static bool IsKnown(HttpRequest request, long version) =>
        EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch.ToArray()!, out var tags)
        && tags.Any(tag => IsAny(tag) || tag.Compare(Tag(version), useStrongComparison: false));

    static bool IsAny(EntityTagHeaderValue tag) => tag.Equals(EntityTagHeaderValue.Any);
}
