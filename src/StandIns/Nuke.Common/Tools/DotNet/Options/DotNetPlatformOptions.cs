// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Commands for another machine than this one.</summary>
public interface IDotNetPlatformOptions
{
    string Architecture { get; }

    string OperatingSystem { get; }
}

/// <summary>Changes what <see cref="IDotNetPlatformOptions"/> holds.</summary>
public static class DotNetPlatformOptions
{
    extension<T>(T o)
        where T : ToolOptions, IDotNetPlatformOptions
    {
        public T SetArchitecture(string v) => o.Set(o.Architecture, v);

        public T ResetArchitecture() => o.Reset(o.Architecture);

        public T SetOperatingSystem(string v) => o.Set(o.OperatingSystem, v);

        public T ResetOperatingSystem() => o.Reset(o.OperatingSystem);
    }
}
