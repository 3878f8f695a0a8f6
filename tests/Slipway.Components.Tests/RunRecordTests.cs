using Slipway.Components.Tests.Support;
using Slipway.Reporting;
using Slipway.Reporting.Html;

namespace Slipway.Components.Tests;

public sealed class RunRecordTests
{
    [Fact]
    public void A_run_has_one_record_and_the_next_run_another()
    {
        var build = new SampleBuild("/sample");

        RunRecord.Of(build).Should().BeSameAs(RunRecord.Of(build));
        RunRecord.Of(build).Should().NotBeSameAs(RunRecord.Of(new SampleBuild("/sample")));
    }

    [Fact]
    public void A_check_that_holds_is_kept_with_what_it_found()
    {
        var record = new RunRecord();

        record.Check("Formatting", () => "as it should be");

        record.Checks.Should().Equal(new ReportCheck("Formatting", StageOutcome.Succeeded, "as it should be"));
    }

    [Fact]
    public void A_check_that_fails_is_kept_and_still_fails()
    {
        var record = new RunRecord();

        var checking = () => record.Check("Formatting", () => throw new BuildException("2 files are not formatted"));

        checking.Should().Throw<BuildException>();
        record.Checks.Should().Equal(new ReportCheck("Formatting", StageOutcome.Failed, "2 files are not formatted"));
    }
}
