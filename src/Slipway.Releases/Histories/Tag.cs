namespace Slipway.Releases;

/// <summary>A tag that leads to a commit.</summary>
/// <param name="Name">Without <c>refs/tags/</c>.</param>
/// <param name="ObjectId">What the tag's reference names: the tag object, or for a lightweight tag the commit.</param>
/// <param name="CommitId">The commit that it leads to, through any number of tag objects.</param>
/// <param name="TaggerTime">UTC; null for a lightweight tag, and for the rare tag object without a tagger.</param>
/// <param name="IsAnnotated">It is an object of its own: only such a tag has a message and can be signed.</param>
public sealed record Tag(string Name, string ObjectId, string CommitId, DateTimeOffset? TaggerTime, bool IsAnnotated);
