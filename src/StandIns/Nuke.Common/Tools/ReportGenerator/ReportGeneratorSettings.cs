// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.ReportGenerator;

/// <summary>What ReportGenerator reads and writes.</summary>
[Command(Type = typeof(ReportGeneratorTasks), Command = nameof(ReportGeneratorTasks.ReportGenerator))]
public class ReportGeneratorSettings : ToolOptions, IToolOptionsWithFramework
{
    /// <inheritdoc/>
    string IToolOptionsWithFramework.Framework => Get<string>(nameof(IToolOptionsWithFramework.Framework));

    [Argument(Format = "-reports:{value}", Separator = ";")]
    public IReadOnlyList<string> Reports => Get<IReadOnlyList<string>>();

    [Argument(Format = "-targetdir:{value}")]
    public string TargetDirectory => Get<string>();

    [Argument(Format = "-reporttypes:{value}", Separator = ";")]
    public IReadOnlyList<ReportTypes> ReportTypes => Get<IReadOnlyList<ReportTypes>>();

    [Argument(Format = "-sourcedirs:{value}", Separator = ";")]
    public IReadOnlyList<string> SourceDirectories => Get<IReadOnlyList<string>>();

    [Argument(Format = "-historydir:{value}")]
    public string HistoryDirectory => Get<string>();

    [Argument(Format = "-assemblyfilters:{value}", Separator = ";")]
    public IReadOnlyList<string> AssemblyFilters => Get<IReadOnlyList<string>>();

    [Argument(Format = "-classfilters:{value}", Separator = ";")]
    public IReadOnlyList<string> ClassFilters => Get<IReadOnlyList<string>>();

    [Argument(Format = "-filefilters:{value}", Separator = ";")]
    public IReadOnlyList<string> FileFilters => Get<IReadOnlyList<string>>();

    [Argument(Format = "-tag:{value}")]
    public string Tag => Get<string>();

    [Argument(Format = "-verbosity:{value}")]
    public ReportGeneratorVerbosity Verbosity => Get<ReportGeneratorVerbosity>();
}

/// <summary>Changes <see cref="ReportGeneratorSettings"/>.</summary>
public static class ReportGeneratorSettingsExtensions
{
    extension<T>(T o)
        where T : ReportGeneratorSettings
    {
        public T SetReports(params string[] v) => o.SetItems(o.Reports, v);

        public T SetReports(IEnumerable<string> v) => o.SetItems(o.Reports, v);

        public T AddReports(params string[] v) => o.AddItems(o.Reports, v);

        public T AddReports(IEnumerable<string> v) => o.AddItems(o.Reports, v);

        public T RemoveReports(params string[] v) => o.RemoveItems(o.Reports, v);

        public T ClearReports() => o.SetItems(o.Reports, []);

        public T SetTargetDirectory(string v) => o.Set(o.TargetDirectory, v);

        public T ResetTargetDirectory() => o.Reset(o.TargetDirectory);

        public T SetReportTypes(params ReportTypes[] v) => o.SetItems(o.ReportTypes, v);

        public T SetReportTypes(IEnumerable<ReportTypes> v) => o.SetItems(o.ReportTypes, v);

        public T AddReportTypes(params ReportTypes[] v) => o.AddItems(o.ReportTypes, v);

        public T AddReportTypes(IEnumerable<ReportTypes> v) => o.AddItems(o.ReportTypes, v);

        public T RemoveReportTypes(params ReportTypes[] v) => o.RemoveItems(o.ReportTypes, v);

        public T ClearReportTypes() => o.SetItems(o.ReportTypes, []);

        public T SetSourceDirectories(params string[] v) => o.SetItems(o.SourceDirectories, v);

        public T SetSourceDirectories(IEnumerable<string> v) => o.SetItems(o.SourceDirectories, v);

        public T AddSourceDirectories(params string[] v) => o.AddItems(o.SourceDirectories, v);

        public T AddSourceDirectories(IEnumerable<string> v) => o.AddItems(o.SourceDirectories, v);

        public T RemoveSourceDirectories(params string[] v) => o.RemoveItems(o.SourceDirectories, v);

        public T ClearSourceDirectories() => o.SetItems(o.SourceDirectories, []);

        public T SetHistoryDirectory(string v) => o.Set(o.HistoryDirectory, v);

        public T ResetHistoryDirectory() => o.Reset(o.HistoryDirectory);

        public T SetAssemblyFilters(params string[] v) => o.SetItems(o.AssemblyFilters, v);

        public T SetAssemblyFilters(IEnumerable<string> v) => o.SetItems(o.AssemblyFilters, v);

        public T AddAssemblyFilters(params string[] v) => o.AddItems(o.AssemblyFilters, v);

        public T AddAssemblyFilters(IEnumerable<string> v) => o.AddItems(o.AssemblyFilters, v);

        public T RemoveAssemblyFilters(params string[] v) => o.RemoveItems(o.AssemblyFilters, v);

        public T ClearAssemblyFilters() => o.SetItems(o.AssemblyFilters, []);

        public T SetClassFilters(params string[] v) => o.SetItems(o.ClassFilters, v);

        public T SetClassFilters(IEnumerable<string> v) => o.SetItems(o.ClassFilters, v);

        public T AddClassFilters(params string[] v) => o.AddItems(o.ClassFilters, v);

        public T AddClassFilters(IEnumerable<string> v) => o.AddItems(o.ClassFilters, v);

        public T RemoveClassFilters(params string[] v) => o.RemoveItems(o.ClassFilters, v);

        public T ClearClassFilters() => o.SetItems(o.ClassFilters, []);

        public T SetFileFilters(params string[] v) => o.SetItems(o.FileFilters, v);

        public T SetFileFilters(IEnumerable<string> v) => o.SetItems(o.FileFilters, v);

        public T AddFileFilters(params string[] v) => o.AddItems(o.FileFilters, v);

        public T AddFileFilters(IEnumerable<string> v) => o.AddItems(o.FileFilters, v);

        public T RemoveFileFilters(params string[] v) => o.RemoveItems(o.FileFilters, v);

        public T ClearFileFilters() => o.SetItems(o.FileFilters, []);

        public T SetTag(string v) => o.Set(o.Tag, v);

        public T ResetTag() => o.Reset(o.Tag);

        public T SetVerbosity(ReportGeneratorVerbosity v) => o.Set(o.Verbosity, v);

        public T ResetVerbosity() => o.Reset(o.Verbosity);
    }
}
