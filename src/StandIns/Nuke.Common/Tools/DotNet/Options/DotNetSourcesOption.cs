// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Commands that look for packages in sources.</summary>
public interface IDotNetSourcesOption
{
    IReadOnlyList<string> Sources { get; }
}

/// <summary>Changes what <see cref="IDotNetSourcesOption"/> holds.</summary>
public static class DotNetSourcesOption
{
    extension<T>(T o)
        where T : ToolOptions, IDotNetSourcesOption
    {
        public T SetSources(params string[] v) => o.SetItems(o.Sources, v);

        public T SetSources(IEnumerable<string> v) => o.SetItems(o.Sources, v);

        public T AddSources(params string[] v) => o.AddItems(o.Sources, v);

        public T AddSources(IEnumerable<string> v) => o.AddItems(o.Sources, v);

        public T RemoveSources(params string[] v) => o.RemoveItems(o.Sources, v);

        public T ClearSources() => o.SetItems(o.Sources, []);
    }
}
