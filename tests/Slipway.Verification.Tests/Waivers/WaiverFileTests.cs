using Slipway.Testing;
using Slipway.Verification.Waivers;

namespace Slipway.Verification.Tests.Waivers;

public class WaiverFileTests
{
    [Fact]
    public void Waivers_are_read() =>
        WaiverFile
            .Parse(
                """
                {
                  // Judged by the team.
                  "advisories": [
                    { "advisory": "GHSA-1", "reason": "not reachable", "until": "2026-03-31" },
                  ]
                }
                """,
                "waivers.json"
            )
            .Should()
            .Equal(new Waiver("GHSA-1", "not reachable", new DateOnly(2026, 3, 31)));

    [Fact]
    public void No_file_is_no_waiver()
    {
        using var directory = new TempDirectory();

        WaiverFile.Read(directory["waivers.json"]).Should().BeEmpty();
    }

    [Theory]
    [InlineData("{\n  \"advisories\": [\n    { \"advisory\": \"GHSA-1\" \"reason\"", 3)]
    [InlineData("{\n  \"advisories\": [\n    { \"advisory\": \"GHSA-1\", \"until\": \"2026-01-01\" }", 3)]
    [InlineData("{\n  \"advisories\": [\n    { \"advisory\": \"GHSA-1\", \"reason\": \" \"", 3)]
    [InlineData("{\n  \"advisories\": [\n    { \"advisory\": \"G\", \"reason\": \"r\", \"until\": \"soon\" }", 3)]
    [InlineData("{\n  \"advisory\": []\n}", 2)]
    [InlineData("", 1)]
    [InlineData("[]", 1)]
    public void A_malformed_file_is_an_error_with_its_line(string text, int line)
    {
        using var directory = new TempDirectory();
        var path = directory.Write("waivers.json", text);

        var reading = () => WaiverFile.Read(path);

        reading.Should().Throw<VerificationException>().WithMessage($"{path}:{line}: not a waiver file: *");
    }

    [Fact]
    public void A_waiver_counts_on_its_last_day_and_not_on_the_next()
    {
        var waiver = new Waiver("GHSA-1", "reason", new DateOnly(2026, 3, 31));

        waiver.HasExpired(new DateOnly(2026, 3, 31)).Should().BeFalse();
        waiver.HasExpired(new DateOnly(2026, 4, 1)).Should().BeTrue();
    }
}
