using System.Runtime.CompilerServices;
using Nuke.Common;
using Slipway.Releases;
using Slipway.Workflows;

namespace Slipway.Components;

/// <summary>The commit that is being built, and the version that git gives it.</summary>
[NeedsHistory]
public interface IHazRevision : INukeBuild
{
    /// <summary>Asked of git once a run.</summary>
    CommitVersion Revision => RevisionCache.Of(this);
}

static class RevisionCache
{
    static readonly ConditionalWeakTable<INukeBuild, CommitVersion> Known = [];

    public static CommitVersion Of(INukeBuild build) =>
        Known.GetValue(build, key => CommitVersion.ReadAsync(key.RootDirectory).GetAwaiter().GetResult());
}
