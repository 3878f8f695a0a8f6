using Slipway.Components.Caching;
using Slipway.Images;
using Slipway.Reporting;
using Slipway.Reporting.Html;
using Slipway.Verification.Coverage;
using Slipway.Verification.TestRuns;

namespace Slipway.Components.Tests.Caching;

public sealed class FindingsTests
{
    static readonly Digest s_digest = Digest.Of("image"u8);

    [Fact]
    public void What_a_target_found_is_read_as_it_was_written()
    {
        var record = new RunRecord();
        record.Suites.Add(new TestSuite("before", 1, 0, [], TimeSpan.Zero));
        var mark = record.Mark();
        record.Suites.Add(
            new TestSuite("unit", 3, 1, [], TimeSpan.FromSeconds(2)) { Skips = [new TestSkip("always", 1)] }
        );
        record.Checks.Add(new ReportCheck("Form", StageOutcome.Skipped, "not checked"));
        record.Coverage = CoverageVerdict.Of(new CoverageReport([new FileCoverage("a.cs", 3, 4)]), 50);
        record.Image = new BuiltImage(
            ImageReference.Parse("sample:1.0.0"),
            s_digest,
            10,
            s_digest,
            [
                new Descriptor
                {
                    MediaType = "layer",
                    Digest = s_digest,
                    Size = 7,
                },
            ]
        );

        var read = Findings.Read(record.Since(mark).Write());

        read.Suites.Should().BeEquivalentTo([record.Suites[1]]);
        read.Checks.Should().Equal(record.Checks);
        read.Coverage!.ToVerdict().Should().BeEquivalentTo(record.Coverage);
        read.Image!.ToImage().Should().BeEquivalentTo(record.Image);
    }

    [Fact]
    public void Tests_that_are_always_skipped_are_in_no_ones_way()
    {
        var findings = new Findings
        {
            Suites = [new TestSuite("unit", 3, 2, [], TimeSpan.Zero) { Skips = [new TestSkip("by its nature", 2)] }],
        };

        findings.WhyNotToKeep(["by its nature"]).Should().BeNull();
        findings.WhyNotToKeep(["another reason"]).Should().Contain("unit skipped tests");
    }

    [Fact]
    public void A_suite_in_which_nothing_ran_is_never_kept()
    {
        var findings = new Findings
        {
            Suites = [new TestSuite("unit", 0, 2, [], TimeSpan.Zero) { Skips = [new TestSkip("by its nature", 2)] }],
        };

        findings.WhyNotToKeep(["by its nature"]).Should().Be("unit has not passed");
    }

    [Fact]
    public void Coverage_of_nothing_is_never_kept() =>
        new Findings { Coverage = new KeptCoverage(0, []) }
            .WhyNotToKeep([])
            .Should()
            .Be("no coverage was measured");
}
