// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Commands that write more or less.</summary>
public interface IDotNetVerbosityOption
{
    DotNetVerbosity Verbosity { get; }
}

/// <summary>Changes what <see cref="IDotNetVerbosityOption"/> holds.</summary>
public static class DotNetVerbosityOption
{
    extension<T>(T o)
        where T : ToolOptions, IDotNetVerbosityOption
    {
        public T SetVerbosity(DotNetVerbosity v) => o.Set(o.Verbosity, v);

        public T ResetVerbosity() => o.Reset(o.Verbosity);
    }
}
