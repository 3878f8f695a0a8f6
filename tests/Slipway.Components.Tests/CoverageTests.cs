using Slipway.Components.Tests.Support;
using Slipway.Testing;
using Slipway.Verification.TestRuns;

namespace Slipway.Components.Tests;

public sealed class CoverageTests : IDisposable
{
    readonly TempDirectory _root = new();

    public CoverageTests() => ToolManifest.GiveTo(_root);

    public void Dispose() => _root.Dispose();

    [Fact]
    public async Task The_suites_of_this_run_count_and_no_other()
    {
        var build = new SampleBuild(_root.Path) { CoverageThreshold = 75 };
        Measured(build, "unit", hits: [1, 1, 0, 0]);
        Measured(build, "integration", hits: [0, 1, 1, 0]);
        Report("left-by-an-earlier-run", hits: [1, 1, 1, 1]);

        await CoverAsync(build);

        build.Summary.Should().Contain("Lines", "75.0 %");
        File.Exists(_root["artifacts/coverage/index.html"]).Should().BeTrue();
    }

    [Fact]
    public async Task Below_the_threshold_the_build_fails()
    {
        var build = new SampleBuild(_root.Path) { CoverageThreshold = 75.5 };
        Measured(build, "unit", hits: [1, 1, 1, 0]);

        var covering = () => CoverAsync(build);

        await covering
            .Should()
            .ThrowAsync<BuildException>()
            .WithMessage("coverage 75.0 % of 4 lines, threshold 75.5 %: 1 files fall short");
    }

    [Fact]
    public async Task A_threshold_without_a_measurement_is_not_met()
    {
        var build = new SampleBuild(_root.Path) { CoverageThreshold = 1 };

        var covering = () => CoverAsync(build);

        await covering.Should().ThrowAsync<BuildException>().WithMessage("coverage not checked: *");
        build.Summary.Should().Contain("Lines", "not checked");
    }

    static Task CoverAsync(SampleBuild build) => TargetRun.OfAsync(((ICoverage)build).Coverage);

    void Measured(SampleBuild build, string suite, int[] hits)
    {
        RunRecord.Of(build).Suites.Add(new TestSuite(suite, 1, 0, [], TimeSpan.Zero));
        Report(suite, hits);
    }

    void Report(string suite, int[] hits)
    {
        _root.Write("src/A.cs", "one\ntwo\nthree\nfour\n");
        var lines = string.Concat(hits.Select((hit, index) => $"""<line number="{index + 1}" hits="{hit}" />"""));
        _root.Write(
            $"artifacts/tests/{suite}/1/coverage.cobertura.xml",
            $"""
            <coverage version="1" timestamp="1767225600">
              <sources><source>{_root.Path}</source></sources>
              <packages><package name="Sample"><classes>
                <class name="A" filename="src/A.cs"><methods /><lines>{lines}</lines></class>
              </classes></package></packages>
            </coverage>
            """
        );
    }
}
