// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Common.Tooling;
using Nuke.Common.Tools.ReportGenerator;
using static Nuke.Common.Tools.ReportGenerator.ReportGeneratorTasks;

namespace Nuke.Components;

/// <summary>Makes a report of the coverage that the tests wrote.</summary>
public interface IReportCoverage : ITest, IHazReports, IHazGitRepository
{
    bool CreateCoverageHtmlReport { get; }

    /// <summary>Not supported here when true.</summary>
    bool ReportToCodecov { get; }

    [Parameter]
    [Secret]
    string CodecovToken => TryGetValue(() => CodecovToken);

    AbsolutePath CoverageReportDirectory => ReportDirectory / "coverage-report";

    AbsolutePath CoverageReportArchive => CoverageReportDirectory.WithExtension("zip");

    Target ReportCoverage =>
        _ =>
            _.DependsOn(Test)
                .TryAfter<ITest>()
                .Consumes(Test)
                .Produces(CoverageReportArchive)
                .Requires(() => !ReportToCodecov || CodecovToken != null)
                .Executes(() =>
                {
                    if (ReportToCodecov)
                        throw new NotSupportedException($"{nameof(IReportCoverage)}.{nameof(ReportToCodecov)}");

                    if (CreateCoverageHtmlReport)
                    {
                        ReportGenerator(_ => _.Apply(ReportGeneratorSettingsBase).Apply(ReportGeneratorSettings));
                        CoverageReportDirectory.ZipTo(CoverageReportArchive, fileMode: FileMode.Create);
                    }

                    UploadCoverageData();
                });

    sealed Configure<ReportGeneratorSettings> ReportGeneratorSettingsBase =>
        _ =>
            _.SetReports(TestResultDirectory / "*.xml")
                .SetReportTypes(ReportTypes.HtmlInline)
                .SetTargetDirectory(CoverageReportDirectory)
                .SetFramework("netcoreapp2.1");

    /// <summary>What a build adds.</summary>
    Configure<ReportGeneratorSettings> ReportGeneratorSettings => _ => _;

    /// <summary>Hands the coverage to a CI server that shows it; GitHub Actions does not.</summary>
    void UploadCoverageData() { }
}
