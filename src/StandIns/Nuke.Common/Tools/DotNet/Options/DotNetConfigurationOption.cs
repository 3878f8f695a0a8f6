// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Commands for one configuration.</summary>
public interface IDotNetConfigurationOption
{
    string Configuration { get; }
}

/// <summary>Changes what <see cref="IDotNetConfigurationOption"/> holds.</summary>
public static class DotNetConfigurationOption
{
    extension<T>(T o)
        where T : ToolOptions, IDotNetConfigurationOption
    {
        public T SetConfiguration(string v) => o.Set(o.Configuration, v);

        public T ResetConfiguration() => o.Reset(o.Configuration);
    }
}
