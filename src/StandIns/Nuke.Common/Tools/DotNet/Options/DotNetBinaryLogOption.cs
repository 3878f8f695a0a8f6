// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Commands that write a binary log.</summary>
public interface IDotNetBinaryLogOption
{
    string BinaryLog { get; }
}

/// <summary>Changes what <see cref="IDotNetBinaryLogOption"/> holds.</summary>
public static class DotNetBinaryLogOption
{
    extension<T>(T o)
        where T : ToolOptions, IDotNetBinaryLogOption
    {
        public T SetBinaryLog(string v) => o.Set(o.BinaryLog, v);

        public T ResetBinaryLog() => o.Reset(o.BinaryLog);
    }
}
