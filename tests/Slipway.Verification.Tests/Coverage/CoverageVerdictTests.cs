using Slipway.Verification.Coverage;

namespace Slipway.Verification.Tests.Coverage;

public class CoverageVerdictTests
{
    [Fact]
    public void A_total_at_the_threshold_holds()
    {
        var verdict = CoverageVerdict.Of(Report(("src/A.cs", 85, 100)), 85);

        verdict.Holds.Should().BeTrue();
        verdict.Summary.Should().Be("coverage 85.0 % of 100 lines, threshold 85 %");
    }

    [Fact]
    public void A_total_just_below_fails_and_does_not_read_like_the_threshold()
    {
        var verdict = CoverageVerdict.Of(Report(("src/A.cs", 8499, 10000)), 85);

        verdict.Holds.Should().BeFalse();
        verdict.Summary.Should().Be("coverage 84.9 % of 10000 lines, threshold 85 %: 1 files fall short");
    }

    [Fact]
    public void The_files_below_the_threshold_are_named_worst_first()
    {
        var report = Report(("good.cs", 9, 10), ("small.cs", 0, 1), ("bad.cs", 5, 10), ("worst.cs", 0, 30));

        CoverageVerdict
            .Of(report, 85)
            .Should()
            .BeOfType<CoverageVerdict.Below>()
            .Which.Files.Select(file => file.File)
            .Should()
            .Equal("worst.cs", "small.cs", "bad.cs");
    }

    [Fact]
    public void No_line_at_all_is_not_checked_and_an_error_under_a_threshold()
    {
        var verdict = CoverageVerdict.Of(Report(), 85);

        verdict.Should().BeOfType<CoverageVerdict.NotChecked>();
        verdict.Holds.Should().BeFalse();
        verdict.Summary.Should().Be("coverage not checked: no coverage was measured");
    }

    [Fact]
    public void No_line_at_all_is_no_error_without_a_threshold() =>
        CoverageVerdict.Of(Report(), 0).Holds.Should().BeTrue();

    [Theory]
    [InlineData(-1)]
    [InlineData(101)]
    public void A_threshold_is_a_share_in_percent(double threshold)
    {
        var judging = () => CoverageVerdict.Of(Report(), threshold);

        judging.Should().Throw<ArgumentOutOfRangeException>();
    }

    static CoverageReport Report(params (string File, int Covered, int Lines)[] files) =>
        new([.. files.Select(file => new FileCoverage(file.File, file.Covered, file.Lines))]);
}
