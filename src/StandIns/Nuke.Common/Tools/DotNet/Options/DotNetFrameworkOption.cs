// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Commands for one target framework.</summary>
public interface IDotNetFrameworkOption
{
    string Framework { get; }
}

/// <summary>Changes what <see cref="IDotNetFrameworkOption"/> holds.</summary>
public static class DotNetFrameworkOption
{
    extension<T>(T o)
        where T : ToolOptions, IDotNetFrameworkOption
    {
        public T SetFramework(string v) => o.Set(o.Framework, v);

        public T ResetFramework() => o.Reset(o.Framework);
    }
}
