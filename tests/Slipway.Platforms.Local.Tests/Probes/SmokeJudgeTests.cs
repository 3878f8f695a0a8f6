using Slipway.Delivery.Environments;
using Slipway.Platforms.Local.Probes;

namespace Slipway.Platforms.Local.Tests.Probes;

public sealed class SmokeJudgeTests
{
    static readonly Revision s_revision = new("sha256:1", "1.2.3", "c0ffee", Dirty: false, "sha256:2");

    static readonly SmokeCheck s_check = SmokeCheck.Get("/version");

    [Fact]
    public void The_expected_status_is_enough_when_nothing_else_is_asked() => Fault(s_check, 200, "").Should().BeNull();

    [Fact]
    public void Another_status_is_a_fault_that_shows_the_body() =>
        Fault(s_check, 500, "out of film").Should().Be("answered 500 instead of 200: out of film");

    [Fact]
    public void A_long_body_is_shown_shortened() =>
        Fault(s_check, 500, new string('x', 5000)).Should().EndWith("… (5000 characters)").And.HaveLength(248);

    [Fact]
    public void Missing_text_is_a_fault() =>
        Fault(s_check with { BodyContains = "hello" }, 200, "").Should().Be("answered without 'hello': an empty body");

    [Fact]
    public void Values_of_JSON_are_compared_with_the_wanted_revision()
    {
        var check = Json("build.version", SmokeCheck.WantedVersion);

        Fault(check, 200, """{"build":{"version":"1.2.3"}}""").Should().BeNull();
        Fault(check, 200, """{"build":{"version":"1.2.2"}}""")
            .Should()
            .Be("answered with build.version '1.2.2' instead of '1.2.3'");
        Fault(check, 200, """{"build":1}""").Should().Be("answered without 'build.version'");
        Fault(Json("commit", SmokeCheck.WantedCommit), 200, """{"commit":"c0ffee"}""").Should().BeNull();
    }

    [Theory]
    [InlineData("<html>")]
    [InlineData("")]
    public void A_body_that_is_not_JSON_is_a_fault(string body) =>
        Fault(Json("version", "1"), 200, body).Should().StartWith("answered with something that is not JSON");

    static SmokeCheck Json(string name, string value) =>
        s_check with
        {
            JsonEquals = new Dictionary<string, string>(StringComparer.Ordinal) { [name] = value },
        };

    static string? Fault(SmokeCheck check, int status, string body) =>
        SmokeJudge.Fault(check, s_revision, status, body);
}
