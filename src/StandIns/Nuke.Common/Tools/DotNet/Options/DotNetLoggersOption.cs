// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Commands with loggers of their own.</summary>
public interface IDotNetLoggersOption
{
    IReadOnlyList<string> Loggers { get; }
}

/// <summary>Changes what <see cref="IDotNetLoggersOption"/> holds.</summary>
public static class DotNetLoggersOption
{
    extension<T>(T o)
        where T : ToolOptions, IDotNetLoggersOption
    {
        public T SetLoggers(params string[] v) => o.SetItems(o.Loggers, v);

        public T SetLoggers(IEnumerable<string> v) => o.SetItems(o.Loggers, v);

        public T AddLoggers(params string[] v) => o.AddItems(o.Loggers, v);

        public T AddLoggers(IEnumerable<string> v) => o.AddItems(o.Loggers, v);

        public T RemoveLoggers(params string[] v) => o.RemoveItems(o.Loggers, v);

        public T ClearLoggers() => o.SetItems(o.Loggers, []);
    }
}
