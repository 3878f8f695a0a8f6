using Slipway.Components.Releasing;
using Slipway.Components.Tests.Support;
using Slipway.Releases;
using Slipway.Reporting;
using Slipway.Reporting.Html;
using Slipway.Verification.Coverage;
using Slipway.Verification.TestRuns;

namespace Slipway.Components.Tests.Releasing;

public sealed class KeptChecksTests
{
    [Fact]
    public void What_a_run_found_is_kept_in_the_words_of_a_check_list()
    {
        var record = new RunRecord { Coverage = new CoverageVerdict.NotChecked(0, "no coverage was measured") };
        record.Suites.Add(new TestSuite("unit", 3, 0, [], TimeSpan.Zero));
        record.Suites.Add(new TestSuite("skipped", 0, 2, [], TimeSpan.Zero));
        record.Checks.Add(new ReportCheck("Secrets", StageOutcome.Failed, "1 in 3 tracked files"));

        KeptChecks
            .Of(record, DateTimeOffset.UnixEpoch)
            .Select(check => (check.Name, check.Answer))
            .Should()
            .Equal(
                ("Tests: unit", CheckAnswer.Passed),
                ("Tests: skipped", CheckAnswer.NotChecked),
                ("Secrets", CheckAnswer.Failed),
                ("Coverage", CheckAnswer.NotChecked)
            );
    }

    [Fact]
    public void The_judgment_of_a_version_is_kept_with_that_version()
    {
        var record = new RunRecord { JudgedVersion = new SemanticVersion(2, 0, 0) };
        record.Checks.Add(new ReportCheck("Version", StageOutcome.Succeeded, "good"));
        record.Checks.Add(new ReportCheck("Secrets", StageOutcome.Succeeded, "good"));

        KeptChecks.Of(record, DateTimeOffset.UnixEpoch).Select(check => check.Version).Should().Equal("2.0.0", null);
    }

    [Fact]
    public async Task They_are_kept_for_a_commit_and_never_for_a_tree_with_changes()
    {
        await using var site = await SampleSite.CreateAsync();
        var dirty = Keep(site, "Secrets");
        site.Write("code.txt", "changed");
        Keep(site, "Coverage");

        var kept = CommitChecks.Read(dirty.Environments.ChecksDirectory, dirty.Environments.Revision.Commit);
        kept.Checks.Select(check => check.Name).Should().Equal("Secrets");
    }

    static SampleBuild Keep(SampleSite site, string check)
    {
        var build = site.Build();
        var record = RunRecord.Of(build);
        record.Checks.Add(new ReportCheck(check, StageOutcome.Succeeded, "good"));
        KeptChecks.Keep(build, record);
        return build;
    }
}
