using Nuke.Common.Tests.Tooling;
using Nuke.Common.Tooling;
using Nuke.Common.Tools.GitVersion;
using Nuke.Common.Tools.ReportGenerator;
using Slipway.Testing;

namespace Nuke.Common.Tests.Tools;

[Collection(ProcessWide.Name)]
public sealed class GitVersionTests : IDisposable
{
    readonly TempDirectory _directory = new();

    public void Dispose()
    {
        Environment.SetEnvironmentVariable("GITVERSION_EXE", null);
        _directory.Dispose();
    }

    [Fact]
    public void The_variables_are_read_from_what_the_tool_prints()
    {
        var script = _directory.WriteScript(
            "gitversion",
            """
            [ "$*" = "/nofetch /nocache" ] || exit 9
            echo '{ "Major": 1, "Minor": 2, "Patch": 3, "PreReleaseNumber": null, "WeightedPreReleaseNumber": 60000,'
            echo '  "SemVer": "1.2.3", "UncommittedChanges": 0, "SomethingNew": "x" }'
            """
        );
        Environment.SetEnvironmentVariable("GITVERSION_EXE", script);

        var version = GitVersionTasks.GitVersion(_ => _.SetNoFetch(true).SetNoCache(true)).Result;

        (version.Major, version.Minor, version.Patch, version.SemVer).Should().Be((1, 2, 3, "1.2.3"));
        (version.WeightedPreReleaseNumber, version.UncommittedChanges).Should().Be(("60000", 0));
        version.PreReleaseNumber.Should().BeEmpty();
        version.NuGetVersionV2.Should().BeNull();
    }

    [Fact]
    public void Output_that_is_not_what_was_expected_is_shown()
    {
        var script = _directory.WriteScript("gitversion", "echo 'no repository'\n");
        Environment.SetEnvironmentVariable("GITVERSION_EXE", script);

        var run = () => GitVersionTasks.GitVersion(_ => _);

        run.Should().Throw<Exception>().WithMessage("Cannot parse GitVersion from output:*no repository");
    }

    [Fact]
    public void A_tool_that_is_not_installed_is_null_and_a_warning()
    {
        using var log = new LogSink();
        var member = GetType().GetProperty(nameof(Version))!;

        new GitVersionAttribute().TryGetValue(member, this).Should().BeNull();

        log.Lines.Should().Contain(x => x.StartsWith("Warning"));
    }

    [Fact]
    public void ReportGenerator_joins_its_lists()
    {
        var options = new ReportGeneratorSettings()
            .SetReports("a.xml", "b.xml")
            .SetReportTypes(ReportTypes.Html, ReportTypes.TextSummary)
            .SetTargetDirectory("/out put")
            .SetFramework("net8.0")
            .SetVerbosity(ReportGeneratorVerbosity.Off);

        string.Join(' ', options.GetArguments())
            .Should()
            .Be("-reports:a.xml;b.xml -reporttypes:Html;TextSummary -targetdir:\"/out put\" -verbosity:Off");
        (options as IToolOptionsWithFramework).Framework.Should().Be("net8.0");
    }

    public GitVersion Version => throw new NotSupportedException();
}
