using Slipway.Components.Ci;
using Slipway.Components.Tests.Support;
using Slipway.Reporting;
using Slipway.Reporting.Html;
using Slipway.Testing;
using Slipway.Verification.Coverage;
using Slipway.Verification.TestRuns;

namespace Slipway.Components.Tests.Ci;

public sealed class SummaryTextTests
{
    [Fact]
    public void Tests_are_a_table_and_failures_are_named_without_what_they_said()
    {
        var record = new RunRecord();
        record.Suites.Add(new TestSuite("Unit", 3, 1, [], TimeSpan.FromSeconds(1.25)));
        record.Suites.Add(
            new TestSuite("Api", 0, 0, [new TestFailure("Sends(a: \"<b>\")", "Password=hunter2")], TimeSpan.Zero)
        );
        record.Suites.Add(new TestSuite("Postgres", 0, 2, [], TimeSpan.Zero));

        SummaryText
            .Of("TestSqlite", record, isFailing: true)
            .Should()
            .Be(
                """
                ### TestSqlite failed

                | tests | answer | passed | failed | skipped | seconds |
                | --- | --- | --: | --: | --: | --: |
                | Unit | passed | 3 | 0 | 1 | 1.3 |
                | Api | failed | 0 | 1 | 0 | 0.0 |
                | Postgres | not checked | 0 | 0 | 2 | 0.0 |

                - Sends(a: "\<b\>")

                """
            );
    }

    [Fact]
    public void Checks_and_coverage_are_one_line_each()
    {
        var record = new RunRecord { Coverage = new CoverageVerdict.NotChecked(0, "no coverage was measured") };
        record.Checks.Add(new ReportCheck("Secrets", StageOutcome.Failed, "1 in 3 | tracked `files`"));

        SummaryText
            .Of("Scan", record, isFailing: false)
            .Should()
            .EndWith(
                """
                | check | answer | what |
                | --- | --- | --- |
                | Secrets | failed | 1 in 3 \| tracked 'files' |
                | Coverage | not checked | coverage not checked: no coverage was measured |

                """
            );
    }

    [Fact]
    public void A_plan_says_from_what_to_what_by_which_steps_and_who_must_approve()
    {
        var record = new RunRecord { Plan = Samples.SecondPlan };

        var summary = SummaryText.Of("Preview", record, isFailing: false);

        summary
            .Should()
            .Contain($"| `{Samples.SecondPlan.Digest}` | staging (local, port 8081) | 1.0.0 | 2.0.0 sha256:");
        foreach (var step in Samples.SecondPlan.Steps)
            summary.Should().Contain(step.Title);
        summary.Should().Contain("| users notice from here |").And.Contain("- the image's digest");
        PlanSummary
            .Of(Samples.SecondPlan, Samples.Staging with { RequiresApproval = true })
            .Should()
            .Contain("- approval by one person");
    }

    [Fact]
    public void What_serves_has_its_address_and_what_waits_the_command()
    {
        var record = new RunRecord { NextCommand = "./build.sh Approve --digest abc" };
        record.Served.Add(new ServedRevision("staging", "1.0.0 sha256:aaa", new Uri("http://127.0.0.1:8081/")));

        SummaryText
            .Of("Deploy", record, isFailing: false)
            .Should()
            .Be(
                """
                ### Deploy

                | environment | serves | address |
                | --- | --- | --- |
                | staging | 1.0.0 sha256:aaa | <http://127.0.0.1:8081/> |

                To go on:

                ```
                ./build.sh Approve --digest abc
                ```

                """
            );
    }

    [Fact]
    public void It_is_added_to_what_the_step_has_written_and_only_in_a_job()
    {
        using var directory = new TempDirectory();
        var file = directory.Write("summary.md", "before\n");

        JobSummary.Write(JobSummary.File(name => name is "GITHUB_STEP_SUMMARY" ? file : null)!, "### Deploy\n");

        File.ReadAllText(file).Should().Be("before\n### Deploy\n\n");
        JobSummary.File(_ => "").Should().BeNull();
    }

    [Fact]
    public async Task A_deployment_records_what_serves_now()
    {
        await using var site = await SampleSite.CreateAsync();

        var build = await site.DeployAsync("staging");

        RunRecord
            .Of(build)
            .Served.Should()
            .ContainSingle()
            .Which.Should()
            .Be(
                new ServedRevision(
                    "staging",
                    RunRecord.Of(build).Plan!.Wanted.ToString(),
                    (await site.StatusAsync())["staging"].Url
                )
            );
    }
}
