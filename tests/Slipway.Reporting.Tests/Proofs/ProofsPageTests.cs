using System.Xml.Linq;
using Slipway.Reporting.Proofs;

namespace Slipway.Reporting.Tests.Proofs;

public class ProofsPageTests
{
    [Fact]
    public void The_page_loads_nothing_and_runs_nothing()
    {
        var page = Parse(SampleProof.Holds);

        page.Descendants().Where(element => element.Name.LocalName is "script" or "link" or "img").Should().BeEmpty();
        page.Descendants("style").Single().Value.Should().NotContainAny("url(", "@import");
    }

    [Fact]
    public void Each_proof_says_its_verdict_and_why_it_is_not_proved()
    {
        var page = Parse(SampleProof.Holds, SampleProof.Fails);

        page.Descendants("h1").Single().Value.Should().Be("Proofs 1 of 2 proved");
        Section(page, "zero-loss").Descendants("h2").Single().Value.Should().EndWith("PROVED").And.NotContain("NOT");
        Section(page, "kills").Descendants("h2").Single().Value.Should().EndWith("NOT PROVED");
        Section(page, "kills").Descendants("li").Single().Value.Should().Be(SampleProof.Fails.Faults[0]);
    }

    [Fact]
    public void Counts_of_one_name_are_added_up()
    {
        var totals = Parse(SampleProof.Holds, SampleProof.Fails)
            .Descendants("dl")
            .Single(list => Is(list, "big"))
            .Elements("div")
            .Select(count =>
                (count.Element("dt")!.Value, count.Element("dd")!.Value, Class: count.Attribute("class")!.Value)
            );

        totals.Should().Equal(("requests", "2,000", ""), ("failed requests", "3", "bad"));
    }

    [Fact]
    public void A_step_that_moves_traffic_is_a_line_through_the_plot_where_it_began()
    {
        var plot = Section(Parse(SampleProof.Holds), "zero-loss").Element("svg")!;

        var line = plot.Elements("line").Single(line => Is(line, "moves"));
        line.Element("title")!.Value.Should().Be("Switch");
        // 4 of 10 seconds from 52 to 1000.
        line.Attribute("x1")!.Value.Should().Be("431.2");
    }

    [Fact]
    public void Failed_requests_are_marked_where_they_were_due()
    {
        Section(Parse(SampleProof.Holds), "zero-loss")
            .Descendants("rect")
            .Where(rect => Is(rect, "failed"))
            .Should()
            .BeEmpty();
        var mark = Section(Parse(SampleProof.Fails), "kills").Descendants("rect").Single(rect => Is(rect, "failed"));
        mark.Element("title")!.Value.Should().Be("3 failed");
    }

    [Fact]
    public void A_proof_without_load_has_no_plot() =>
        Parse(SampleProof.Holds with { Slices = [], Latency = null }).Descendants("svg").Should().BeEmpty();

    [Fact]
    public void No_proof_at_all_is_not_a_success() =>
        Parse().Descendants("header").Single().Attribute("class")!.Value.Should().Be("bad");

    static XElement Parse(params ProofRecord[] proofs) =>
        XDocument.Parse(ProofsPage.ToHtml(proofs).Replace("<!DOCTYPE html>", "")).Root!;

    static XElement Section(XElement page, string id) =>
        page.Descendants("section").Single(section => section.Attribute("id")?.Value == id);

    static bool Is(XElement element, string name) => element.Attribute("class")?.Value == name;
}
