using System.Text.Json;
using Slipway.Components.Compatibility;
using Slipway.Releases;
using Slipway.Releases.Compatibility;

namespace Slipway.Components.Tests.Compatibility;

public sealed class BumpTextTests
{
    static readonly BumpVerdict s_verdict = new(
        SemanticVersion.Parse("1.2.0"),
        SemanticVersion.Parse("1.3.0"),
        [
            new Evidence(
                "HTTP API",
                IsChecked: true,
                "2 changes, 1 of them breaking",
                [
                    new Finding("path-added", Bump.Minor, "GET /b #/paths/~1b", "the path /b is new"),
                    new Finding("path-removed", Bump.Major, "GET /a #/paths/~1a", "the path /a is gone"),
                ]
            ),
            Evidence.NotChecked("Public API", "no packed library: nothing to check"),
        ]
    );

    [Fact]
    public void The_table_says_what_was_not_checked() =>
        BumpTable
            .Of(s_verdict)
            .ToLines()
            .Should()
            .Equal(
                "check       result       needs  found",
                "HTTP API    checked      major  2 changes, 1 of them breaking",
                "Public API  not checked  -      no packed library: nothing to check"
            );

    [Fact]
    public void What_needs_most_comes_first() =>
        BumpTable
            .Findings(s_verdict)
            .ToLines()
            .Should()
            .Equal(
                "needs  rule          what                 where",
                "major  path-removed  the path /a is gone  GET /a #/paths/~1a",
                "minor  path-added    the path /b is new   GET /b #/paths/~1b"
            );

    [Fact]
    public void A_program_reads_the_same()
    {
        var report = JsonDocument.Parse(BumpReport.Of(s_verdict, "ours alone").ToJson()).RootElement;

        (report.GetProperty("bump").GetString(), report.GetProperty("needed").GetString())
            .Should()
            .Be(("minor", "major"));
        (report.GetProperty("holds").GetBoolean(), report.GetProperty("least").GetString())
            .Should()
            .Be((false, "2.0.0"));
        report.GetProperty("allowed").GetString().Should().Be("ours alone");
        report.GetProperty("evidence")[1].GetProperty("isChecked").GetBoolean().Should().BeFalse();
        report
            .GetProperty("evidence")[0]
            .GetProperty("findings")[1]
            .GetProperty("rule")
            .GetString()
            .Should()
            .Be("path-removed");
    }
}
