// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary><c>dotnet format</c>. Applies code style to a project.</summary>
[Command(Type = typeof(DotNetTasks), Command = nameof(DotNetTasks.DotNetFormat), Arguments = "format")]
public class DotNetFormatSettings
    : ToolOptions,
        IDotNetProjectOption,
        IDotNetNoRestoreOption,
        IDotNetVerbosityOption,
        IDotNetBinaryLogOption,
        IDotNetPropertiesOption
{
    [Argument(Format = "{value}", Position = 1)]
    public string Project => Get<string>();

    [Argument(Format = "--severity {value}")]
    public DotNetFormatSeverity Severity => Get<DotNetFormatSeverity>();

    [Argument(Format = "--no-restore")]
    public bool? NoRestore => Get<bool?>();

    [Argument(Format = "--verify-no-changes")]
    public bool? VerifyNoChanges => Get<bool?>();

    [Argument(Format = "--include {value}")]
    public IReadOnlyList<string> Include => Get<IReadOnlyList<string>>();

    [Argument(Format = "--exclude {value}")]
    public IReadOnlyList<string> Exclude => Get<IReadOnlyList<string>>();

    [Argument(Format = "--include-generated")]
    public bool? IncludeGenerated => Get<bool?>();

    [Argument(Format = "--verbosity {value}")]
    public DotNetVerbosity Verbosity => Get<DotNetVerbosity>();

    [Argument(Format = "--binarylog {value}")]
    public string BinaryLog => Get<string>();

    [Argument(Format = "--report {value}")]
    public string Report => Get<string>();

    [Argument(Format = "--property:{key}={value}")]
    public IReadOnlyDictionary<string, object> Properties => Get<IReadOnlyDictionary<string, object>>();
}

/// <summary>What <c>dotnet format</c> alone can be told.</summary>
public static class DotNetFormatSettingsExtensions
{
    extension<T>(T o)
        where T : DotNetFormatSettings
    {
        public T SetSeverity(DotNetFormatSeverity v) => o.Set(o.Severity, v);

        public T ResetSeverity() => o.Reset(o.Severity);

        public T SetVerifyNoChanges(bool? v) => o.Set(o.VerifyNoChanges, v);

        public T ResetVerifyNoChanges() => o.Reset(o.VerifyNoChanges);

        public T EnableVerifyNoChanges() => o.Set(o.VerifyNoChanges, true);

        public T DisableVerifyNoChanges() => o.Set(o.VerifyNoChanges, false);

        public T ToggleVerifyNoChanges() => o.Set(o.VerifyNoChanges, !o.VerifyNoChanges);

        public T SetInclude(params string[] v) => o.SetItems(o.Include, v);

        public T SetInclude(IEnumerable<string> v) => o.SetItems(o.Include, v);

        public T AddInclude(params string[] v) => o.AddItems(o.Include, v);

        public T AddInclude(IEnumerable<string> v) => o.AddItems(o.Include, v);

        public T RemoveInclude(params string[] v) => o.RemoveItems(o.Include, v);

        public T ClearInclude() => o.SetItems(o.Include, []);

        public T SetExclude(params string[] v) => o.SetItems(o.Exclude, v);

        public T SetExclude(IEnumerable<string> v) => o.SetItems(o.Exclude, v);

        public T AddExclude(params string[] v) => o.AddItems(o.Exclude, v);

        public T AddExclude(IEnumerable<string> v) => o.AddItems(o.Exclude, v);

        public T RemoveExclude(params string[] v) => o.RemoveItems(o.Exclude, v);

        public T ClearExclude() => o.SetItems(o.Exclude, []);

        public T SetIncludeGenerated(bool? v) => o.Set(o.IncludeGenerated, v);

        public T ResetIncludeGenerated() => o.Reset(o.IncludeGenerated);

        public T EnableIncludeGenerated() => o.Set(o.IncludeGenerated, true);

        public T DisableIncludeGenerated() => o.Set(o.IncludeGenerated, false);

        public T ToggleIncludeGenerated() => o.Set(o.IncludeGenerated, !o.IncludeGenerated);

        public T SetReport(string v) => o.Set(o.Report, v);

        public T ResetReport() => o.Reset(o.Report);
    }
}
