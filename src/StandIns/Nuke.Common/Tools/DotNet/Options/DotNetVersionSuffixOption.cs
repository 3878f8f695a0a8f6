// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Commands that stamp a version.</summary>
public interface IDotNetVersionSuffixOption
{
    string VersionSuffix { get; }
}

/// <summary>Changes what <see cref="IDotNetVersionSuffixOption"/> holds.</summary>
public static class DotNetVersionSuffixOption
{
    extension<T>(T o)
        where T : ToolOptions, IDotNetVersionSuffixOption
    {
        public T SetVersionSuffix(string v) => o.Set(o.VersionSuffix, v);

        public T ResetVersionSuffix() => o.Reset(o.VersionSuffix);
    }
}
