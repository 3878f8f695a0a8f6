// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Commands that keep all output below one path.</summary>
public interface IDotNetArtifactsPathOption
{
    string ArtifactsPath { get; }
}

/// <summary>Changes what <see cref="IDotNetArtifactsPathOption"/> holds.</summary>
public static class DotNetArtifactsPathOption
{
    extension<T>(T o)
        where T : ToolOptions, IDotNetArtifactsPathOption
    {
        public T SetArtifactsPath(string v) => o.Set(o.ArtifactsPath, v);

        public T ResetArtifactsPath() => o.Reset(o.ArtifactsPath);
    }
}
