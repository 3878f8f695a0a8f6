// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Commands that run MSBuild targets.</summary>
public interface IDotNetTargetsOption
{
    IReadOnlyList<string> Targets { get; }
}

/// <summary>Changes what <see cref="IDotNetTargetsOption"/> holds.</summary>
public static class DotNetTargetsOption
{
    extension<T>(T o)
        where T : ToolOptions, IDotNetTargetsOption
    {
        public T SetTargets(params string[] v) => o.SetItems(o.Targets, v);

        public T SetTargets(IEnumerable<string> v) => o.SetItems(o.Targets, v);

        public T AddTargets(params string[] v) => o.AddItems(o.Targets, v);

        public T AddTargets(IEnumerable<string> v) => o.AddItems(o.Targets, v);

        public T RemoveTargets(params string[] v) => o.RemoveItems(o.Targets, v);

        public T ClearTargets() => o.SetItems(o.Targets, []);
    }
}
