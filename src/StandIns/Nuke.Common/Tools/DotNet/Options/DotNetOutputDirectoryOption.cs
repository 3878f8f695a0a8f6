// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Commands that call where they write the output directory.</summary>
public interface IDotNetOutputDirectoryOption
{
    string OutputDirectory { get; }
}

/// <summary>Changes what <see cref="IDotNetOutputDirectoryOption"/> holds.</summary>
public static class DotNetOutputDirectoryOption
{
    extension<T>(T o)
        where T : ToolOptions, IDotNetOutputDirectoryOption
    {
        public T SetOutputDirectory(string v) => o.Set(o.OutputDirectory, v);

        public T ResetOutputDirectory() => o.Reset(o.OutputDirectory);
    }
}
