using Slipway.Verification.Dependencies;
using Slipway.Verification.Waivers;

namespace Slipway.Verification.Tests.Dependencies;

public class AuditJudgmentTests
{
    static readonly DateOnly Today = new(2026, 3, 1);
    static readonly AuditVerdict Known = new AuditVerdict.Known([
        new Advisory("GHSA-1", "Package", "1.0.0", "High", "https://example.org/GHSA-1", ["Api.csproj"]),
    ]);

    [Fact]
    public void A_known_advisory_fails()
    {
        var judgment = AuditJudgment.Of(Known, [], Today);

        judgment.Holds.Should().BeFalse();
        judgment.Summary.Should().Be("dependencies: 1 known vulnerabilities, 0 waived");
    }

    [Fact]
    public void A_waived_one_does_not_whatever_the_case_of_its_id()
    {
        var judgment = AuditJudgment.Of(Known, [new Waiver("ghsa-1", "not reachable", Today)], Today);

        judgment.Holds.Should().BeTrue();
        judgment.Waived.Should().ContainSingle().Which.Waiver.Reason.Should().Be("not reachable");
    }

    [Fact]
    public void An_expired_waiver_fails_even_when_its_advisory_is_gone()
    {
        var judgment = AuditJudgment.Of(
            new AuditVerdict.None(),
            [new Waiver("GHSA-9", "wait for 2.0", Today.AddDays(-1))],
            Today
        );

        judgment.Holds.Should().BeFalse();
        judgment.Summary.Should().Be("dependencies: no known vulnerability; 1 waivers have expired");
    }

    [Fact]
    public void Not_checked_fails_nothing_and_says_so()
    {
        var judgment = AuditJudgment.Of(new AuditVerdict.NotChecked("the feed serves no data"), [], Today);

        judgment.Holds.Should().BeTrue();
        judgment.Summary.Should().Be("dependencies not checked: the feed serves no data");
    }
}
