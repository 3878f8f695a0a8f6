using Nuke.Common.Execution;

namespace Nuke.Common.Tests.Schema;

public class CompletionTests
{
    private static readonly Dictionary<string, IReadOnlyList<string>> s_items = new(StringComparer.Ordinal)
    {
        ["Target"] = ["Compile", "GitHubPublish"],
        ["ApiKey"] = [],
        ["Level"] = ["Low", "High"],
    };

    [Theory]
    [InlineData("", "Compile", "GitHub-Publish", "--target", "--api-key", "--level")]
    [InlineData("-", "--target", "--api-key", "--level")]
    [InlineData("-t", "-target")]
    [InlineData("--api", "--api-key")]
    [InlineData("C", "Compile")]
    [InlineData("--level ", "Low", "High", "--target", "--api-key")]
    [InlineData("--level h", "high")]
    [InlineData("--target G", "GitHub-Publish")]
    [InlineData("Compile gith", "github-publish")]
    [InlineData("Compile GITH", "GITHUB-PUBLISH")]
    [InlineData("Compile ", "GitHub-Publish", "--target", "--api-key", "--level")]
    public void What_can_come_next_is_offered(string line, params string[] expected) =>
        Completion.For(line.Split(' '), s_items).Should().Equal(expected);
}
