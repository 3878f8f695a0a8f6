// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Commands that call where they write the output.</summary>
public interface IDotNetOutputOption
{
    string Output { get; }
}

/// <summary>Changes what <see cref="IDotNetOutputOption"/> holds.</summary>
public static class DotNetOutputOption
{
    extension<T>(T o)
        where T : ToolOptions, IDotNetOutputOption
    {
        public T SetOutput(string v) => o.Set(o.Output, v);

        public T ResetOutput() => o.Reset(o.Output);
    }
}
