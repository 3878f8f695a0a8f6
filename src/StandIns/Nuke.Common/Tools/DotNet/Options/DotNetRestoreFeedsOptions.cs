// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Commands that download packages.</summary>
public interface IDotNetRestoreFeedsOptions
{
    bool? DisableParallel { get; }

    bool? IgnoreFailedSources { get; }

    bool? NoCache { get; }
}

/// <summary>Changes what <see cref="IDotNetRestoreFeedsOptions"/> holds.</summary>
public static class DotNetRestoreFeedsOptions
{
    extension<T>(T o)
        where T : ToolOptions, IDotNetRestoreFeedsOptions
    {
        public T SetDisableParallel(bool? v) => o.Set(o.DisableParallel, v);

        public T ResetDisableParallel() => o.Reset(o.DisableParallel);

        public T EnableDisableParallel() => o.Set(o.DisableParallel, true);

        public T DisableDisableParallel() => o.Set(o.DisableParallel, false);

        public T ToggleDisableParallel() => o.Set(o.DisableParallel, !o.DisableParallel);

        public T SetIgnoreFailedSources(bool? v) => o.Set(o.IgnoreFailedSources, v);

        public T ResetIgnoreFailedSources() => o.Reset(o.IgnoreFailedSources);

        public T EnableIgnoreFailedSources() => o.Set(o.IgnoreFailedSources, true);

        public T DisableIgnoreFailedSources() => o.Set(o.IgnoreFailedSources, false);

        public T ToggleIgnoreFailedSources() => o.Set(o.IgnoreFailedSources, !o.IgnoreFailedSources);

        public T SetNoCache(bool? v) => o.Set(o.NoCache, v);

        public T ResetNoCache() => o.Reset(o.NoCache);

        public T EnableNoCache() => o.Set(o.NoCache, true);

        public T DisableNoCache() => o.Set(o.NoCache, false);

        public T ToggleNoCache() => o.Set(o.NoCache, !o.NoCache);
    }
}
