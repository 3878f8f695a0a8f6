using Slipway.Components.Tests.Support;
using Slipway.Testing;
using Slipway.Verification.TestRuns;

namespace Slipway.Components.Tests;

public sealed class CoverageTests : IAsyncLifetime
{
    GitRepository _root = null!;

    public async Task InitializeAsync()
    {
        _root = await GitRepository.CreateAsync();
        ToolManifest.GiveTo(_root);
        _root.Write(".gitignore", "artifacts/\n");
        _root.Write("src/A.cs", "one\ntwo\nthree\nfour\n");
        await _root.CommitAsync("feat: begin");
    }

    public Task DisposeAsync()
    {
        _root.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task The_suites_of_this_run_count_and_no_other()
    {
        var build = new SampleBuild(_root.Path) { CoverageThreshold = 75 };
        Measured(build, "unit", hits: [1, 1, 0, 0]);
        Measured(build, "integration", hits: [0, 1, 1, 0]);
        Report("left-by-an-earlier-run", hits: [1, 1, 1, 1]);

        await CoverAsync(build);

        build.Summary.Should().Contain("Lines", "75.0 %");
        File.Exists(Path.Combine(_root.Path, "artifacts/coverage/index.html")).Should().BeTrue();
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

    [Fact]
    public async Task A_suite_that_ran_on_this_commit_in_another_job_counts_wherever_that_ran()
    {
        Report("Sample.UnitTests", hits: [1, 1, 1, 0], root: "/elsewhere/sample");
        SuiteResults.Sign(new SampleBuild(_root.Path), [new Suite("Sample.UnitTests.csproj")]);
        Elsewhere("Sample.UnitTests", "/elsewhere/sample");
        var build = new SampleBuild(_root.Path) { CoverageThreshold = 75 };

        await CoverAsync(build);

        build.Summary.Should().Contain("Lines", "75.0 %");
    }

    [Fact]
    public async Task What_ran_on_another_commit_does_not_count()
    {
        Report("Sample.UnitTests", hits: [1, 1, 1, 1]);
        SuiteResults.Sign(new SampleBuild(_root.Path), [new Suite("Sample.UnitTests.csproj")]);
        await _root.CommitAsync("feat: go on");
        var build = new SampleBuild(_root.Path);

        await CoverAsync(build);

        build.Summary.Should().Contain("Lines", "not checked");
    }

    /// <summary>As the artifact of a job on another machine has it.</summary>
    void Elsewhere(string suite, string root)
    {
        var mark = Path.Combine(_root.Path, "artifacts/tests", suite, "run.json");
        File.WriteAllText(mark, File.ReadAllText(mark).Replace(_root.Path, root, StringComparison.Ordinal));
    }

    static Task CoverAsync(SampleBuild build) => TargetRun.OfAsync(((ICoverage)build).Coverage);

    void Measured(SampleBuild build, string suite, int[] hits)
    {
        RunRecord.Of(build).Suites.Add(new TestSuite(suite, 1, 0, [], TimeSpan.Zero));
        Report(suite, hits);
    }

    void Report(string suite, int[] hits, string? root = null)
    {
        var lines = string.Concat(hits.Select((hit, index) => $"""<line number="{index + 1}" hits="{hit}" />"""));
        _root.Write(
            $"artifacts/tests/{suite}/1/coverage.cobertura.xml",
            $"""
            <coverage version="1" timestamp="1767225600">
              <sources><source>{root ?? _root.Path}</source></sources>
              <packages><package name="Sample"><classes>
                <class name="A" filename="src/A.cs"><methods /><lines>{lines}</lines></class>
              </classes></package></packages>
            </coverage>
            """
        );
    }
}
