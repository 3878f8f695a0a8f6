namespace Slipway.Releases;

/// <summary>A tag that is a version, and the commit it is on.</summary>
sealed record VersionTag(string Name, VersionNumber Version, int Commit);
