using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using Slipway.Reporting.Html;
using Slipway.Testing;

namespace Slipway.Reporting.Tests.Html;

public class DeployReportTests
{
    [Fact]
    public void The_page_loads_nothing_and_runs_nothing()
    {
        var page = Parse(SampleReport.Whole);

        page.Descendants().Where(element => element.Name.LocalName is "script" or "link" or "img").Should().BeEmpty();
        page.Descendants("style").Single().Value.Should().NotContainAny("url(", "@import");
    }

    [Fact]
    public void Every_part_is_there()
    {
        var page = Parse(SampleReport.Whole);

        page.Descendants("h2")
            .Select(heading => heading.FirstNode!.ToString())
            .Should()
            .Equal("Stages", "Live", "Plan for production", "Image", "Tests", "Coverage", "Checks");
        page.Value.Should().NotContain("not run\n");
    }

    [Fact]
    public void A_release_has_no_parts_for_what_it_does_not_do_and_a_link_to_its_page()
    {
        var page = Parse(
            SampleReport.Whole with
            {
                IsRelease = true,
                Page = new Uri("https://github.com/o/n/releases/tag/v1.2.3"),
            }
        );

        page.Descendants("h2")
            .Select(heading => heading.FirstNode!.ToString())
            .Should()
            .Equal("Stages", "Checks", "Image", "Live");
        page.Descendants("a")
            .Select(link => link.Attribute("href")!.Value)
            .Should()
            .Contain("https://github.com/o/n/releases/tag/v1.2.3");
    }

    [Fact]
    public void A_part_that_was_not_run_says_so()
    {
        var page = Parse(SampleReport.Bare);

        page.Descendants("p")
            .Where(text => text.Attribute("class")?.Value == "none")
            .Select(text => text.Value)
            .Should()
            .Equal("not run", "not looked at", "not run", "not run", "not run", "not run", "not run");
    }

    [Fact]
    public void A_stage_has_its_place_and_length_in_the_run()
    {
        var page = Parse(
            SampleReport.Bare with
            {
                Finished = SampleReport.Bare.Started.AddSeconds(10),
                Stages =
                [
                    new ReportStage(
                        "Image",
                        0,
                        SampleReport.Bare.Started.AddSeconds(2),
                        SampleReport.Bare.Started.AddSeconds(7),
                        StageOutcome.Failed
                    ),
                ],
            }
        );

        var row = page.Descendants("li").Single();
        row.Attribute("class")!.Value.Should().Be("bad depth0");
        var bar = row.Descendants("rect").Single(rect => rect.Attribute("class")!.Value == "bar");
        (bar.Attribute("x")!.Value, bar.Attribute("width")!.Value).Should().Be(("200", "500"));
    }

    [Fact]
    public void A_stage_that_was_cancelled_says_how_long_it_took_and_is_no_failure()
    {
        var start = SampleReport.Bare.Started;
        var page = Parse(
            SampleReport.Bare with
            {
                Stages = [new ReportStage("ci", 0, start, start.AddSeconds(12), StageOutcome.Cancelled)],
            }
        );

        var row = page.Descendants("li").Single();
        row.Attribute("class")!.Value.Should().Be("wait depth0");
        row.Descendants("span").Single(span => span.Attribute("class")!.Value == "time").Value.Should().Be("12 s");
    }

    [Fact]
    public void A_stage_that_never_finished_reaches_to_the_end()
    {
        var page = Parse(
            SampleReport.Bare with
            {
                Finished = SampleReport.Bare.Started.AddSeconds(10),
                Stages = [new ReportStage("Image", 0, SampleReport.Bare.Started.AddSeconds(5), null, null)],
            }
        );

        var bar = page.Descendants("rect").Single(rect => rect.Attribute("class")!.Value == "bar");
        (bar.Attribute("x")!.Value, bar.Attribute("width")!.Value).Should().Be(("500", "500"));
    }

    [Fact]
    public void The_worst_covered_file_comes_first_and_many_unfold()
    {
        var page = Parse(SampleReport.Whole);

        page.Descendants("td")
            .First(cell => cell.Attribute("class")?.Value == "file")
            .Value.Should()
            .Be("src/TinyGallery.Api/Program.cs");
        page.Descendants("summary").Should().Contain(summary => summary.Value == "4 more files");
    }

    [Fact]
    public void A_share_just_below_the_threshold_does_not_read_like_it()
    {
        var page = Parse(
            SampleReport.Bare with
            {
                Coverage = new ReportCoverage(85, [new ReportFile("a.cs", 8499, 10000)]),
            }
        );

        page.Value.Should().Contain("84.9 %").And.NotContain("85.0 %");
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("not an address")]
    public void Only_an_address_of_the_web_becomes_a_link(string url)
    {
        var page = Parse(
            SampleReport.Bare with
            {
                Environments = [new ReportEnvironment("staging", "local", url, "deployed", [])],
            }
        );

        page.Descendants("a").Should().BeEmpty();
        page.Value.Should().Contain(url);
    }

    [Fact]
    public void Whatever_a_text_holds_it_stays_text()
    {
        Prop.ForAll(
                ArbMap.Default.ArbFor<string?>(),
                text =>
                {
                    var hostile = $"</title><script x='1'>\"{text}&\u0001\u001b[31m";
                    var page = Parse(Everywhere(hostile));
                    return !page.Descendants("script").Any()
                        && page.Descendants("title")
                            .Single()
                            .Value.StartsWith("</title><script x='1'>\"", StringComparison.Ordinal);
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_page_is_written_with_its_directory()
    {
        using var directory = new TempDirectory();

        DeployReport.Write(SampleReport.Whole, directory["artifacts/reports/deploy.html"]);

        File.ReadAllText(directory["artifacts/reports/deploy.html"])
            .Should()
            .Be(DeployReport.ToHtml(SampleReport.Whole))
            .And.StartWith("<!DOCTYPE html>");
    }

    static XElement Parse(DeployReportModel model) => XDocument.Parse(DeployReport.ToHtml(model)).Root!;

    static DeployReportModel Everywhere(string text) =>
        SampleReport.Bare with
        {
            Title = text,
            Detail = text,
            Version = text,
            Commit = text,
            Branch = text,
            NextCommand = text,
            Stages = [new ReportStage(text, 9, SampleReport.Bare.Started, null, StageOutcome.Skipped, text)],
            Tests = [new ReportSuite(text, 1, 1, TimeSpan.Zero, [new ReportFailure(text, text)])],
            Coverage = new ReportCoverage(85, [new ReportFile(text, 1, 2)]),
            Checks = [new ReportCheck(text, StageOutcome.Failed, text)],
            Image = new ReportImage(text, text, [new(text, text)]),
            Plan = new ReportPlan(text, text, text, text, text, [new ReportStep(text, text)]),
            Environments =
            [
                new ReportEnvironment(text, text, text, text, [new ReportSlot(text, text, text, 0, false, 1)]),
            ],
        };
}
