// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Commands that read a NuGet.config.</summary>
public interface IDotNetConfigFileOption
{
    string ConfigFile { get; }
}

/// <summary>Changes what <see cref="IDotNetConfigFileOption"/> holds.</summary>
public static class DotNetConfigFileOption
{
    extension<T>(T o)
        where T : ToolOptions, IDotNetConfigFileOption
    {
        public T SetConfigFile(string v) => o.Set(o.ConfigFile, v);

        public T ResetConfigFile() => o.Reset(o.ConfigFile);
    }
}
