// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Commands about one package source.</summary>
public interface IDotNetSourceOption
{
    string Source { get; }
}

/// <summary>Changes what <see cref="IDotNetSourceOption"/> holds.</summary>
public static class DotNetSourceOption
{
    extension<T>(T o)
        where T : ToolOptions, IDotNetSourceOption
    {
        public T SetSource(string v) => o.Set(o.Source, v);

        public T ResetSource() => o.Reset(o.Source);
    }
}
