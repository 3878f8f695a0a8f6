// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary><c>dotnet msbuild</c>. Runs MSBuild.</summary>
[Command(Type = typeof(DotNetTasks), Command = nameof(DotNetTasks.DotNetMSBuild), Arguments = "msbuild")]
public class DotNetMSBuildSettings
    : ToolOptions,
        IDotNetTargetPathOption,
        IDotNetNoLogoOption,
        IDotNetTargetsOption,
        IDotNetVerbosityOption,
        IDotNetLoggersOption,
        IDotNetNoConsoleLoggerOption,
        IDotNetConfigurationOption,
        IDotNetBinaryLogOption,
        IDotNetPropertiesOption
{
    [Argument(Format = "{value}", Position = 1)]
    public string TargetPath => Get<string>();

    [Argument(Format = "/detailedsummary")]
    public bool? DetailedSummary => Get<bool?>();

    [Argument(Format = "/maxcpucount:{value}")]
    public int? MaxCpuCount => Get<int?>();

    [Argument(Format = "/nodeReuse:{value}")]
    public bool? NodeReuse => Get<bool?>();

    [Argument(Format = "/nologo")]
    public bool? NoLogo => Get<bool?>();

    [Argument(Format = "/restore")]
    public bool? Restore => Get<bool?>();

    [Argument(Format = "/target:{value}", Separator = ";")]
    public IReadOnlyList<string> Targets => Get<IReadOnlyList<string>>();

    [Argument(Format = "/verbosity:{value}")]
    public DotNetVerbosity Verbosity => Get<DotNetVerbosity>();

    [Argument(Format = "/logger:{value}")]
    public IReadOnlyList<string> Loggers => Get<IReadOnlyList<string>>();

    [Argument(Format = "/noconsolelogger")]
    public bool? NoConsoleLogger => Get<bool?>();

    [Argument(Format = "/property:Configuration={value}")]
    public string Configuration => Get<string>();

    [Argument(Format = "/graphBuild")]
    public bool? GraphBuild => Get<bool?>();

    [Argument(Format = "-bl:{value}")]
    public string BinaryLog => Get<string>();

    [Argument(Format = "/property:{key}={value}")]
    public IReadOnlyDictionary<string, object> Properties => Get<IReadOnlyDictionary<string, object>>();
}

/// <summary>What <c>dotnet msbuild</c> alone can be told.</summary>
public static class DotNetMSBuildSettingsExtensions
{
    extension<T>(T o)
        where T : DotNetMSBuildSettings
    {
        public T SetDetailedSummary(bool? v) => o.Set(o.DetailedSummary, v);

        public T ResetDetailedSummary() => o.Reset(o.DetailedSummary);

        public T EnableDetailedSummary() => o.Set(o.DetailedSummary, true);

        public T DisableDetailedSummary() => o.Set(o.DetailedSummary, false);

        public T ToggleDetailedSummary() => o.Set(o.DetailedSummary, !o.DetailedSummary);

        public T SetMaxCpuCount(int? v) => o.Set(o.MaxCpuCount, v);

        public T ResetMaxCpuCount() => o.Reset(o.MaxCpuCount);

        public T SetNodeReuse(bool? v) => o.Set(o.NodeReuse, v);

        public T ResetNodeReuse() => o.Reset(o.NodeReuse);

        public T EnableNodeReuse() => o.Set(o.NodeReuse, true);

        public T DisableNodeReuse() => o.Set(o.NodeReuse, false);

        public T ToggleNodeReuse() => o.Set(o.NodeReuse, !o.NodeReuse);

        public T SetRestore(bool? v) => o.Set(o.Restore, v);

        public T ResetRestore() => o.Reset(o.Restore);

        public T EnableRestore() => o.Set(o.Restore, true);

        public T DisableRestore() => o.Set(o.Restore, false);

        public T ToggleRestore() => o.Set(o.Restore, !o.Restore);

        public T SetGraphBuild(bool? v) => o.Set(o.GraphBuild, v);

        public T ResetGraphBuild() => o.Reset(o.GraphBuild);

        public T EnableGraphBuild() => o.Set(o.GraphBuild, true);

        public T DisableGraphBuild() => o.Set(o.GraphBuild, false);

        public T ToggleGraphBuild() => o.Set(o.GraphBuild, !o.GraphBuild);
    }
}
