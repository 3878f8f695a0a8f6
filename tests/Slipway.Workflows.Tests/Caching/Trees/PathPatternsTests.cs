using Slipway.Workflows.Caching.Trees;

namespace Slipway.Workflows.Tests.Caching.Trees;

public class PathPatternsTests
{
    [Theory]
    [InlineData("**", "a/b/c.cs", true)]
    [InlineData("src/**", "src/a.cs", true)]
    [InlineData("src/**", "src/a/b.cs", true)]
    [InlineData("src/**", "srcs/a.cs", false)]
    [InlineData("src/**", "src", false)]
    [InlineData("*.md", "README.md", true)]
    [InlineData("*.md", "docs/a.md", false)]
    [InlineData("**/*.md", "README.md", true)]
    [InlineData("docs/**/*.md", "docs/a.md", true)]
    [InlineData("docs/**/*.md", "docs/x/y/a.md", true)]
    [InlineData("artifacts/bin/*/release/**", "artifacts/bin/App/release/a.dll", true)]
    [InlineData("artifacts/bin/*/release/**", "artifacts/bin/App/debug/a.dll", false)]
    [InlineData("a?c*e", "abcdde", true)]
    [InlineData("a?c*e", "abcdd", false)]
    [InlineData("a*b*c", "aXbXbXc", true)]
    [InlineData("A", "a", false)]
    public void A_pattern_matches_paths_from_the_root(string pattern, string path, bool matches) =>
        new PathPatterns([pattern]).Match(path).Should().Be(matches);

    [Fact]
    public void What_is_taken_away_stays_away_wherever_it_stands()
    {
        var patterns = new PathPatterns(["!docs/**", "**"]);

        patterns.Match("docs/a.md").Should().BeFalse();
        patterns.Match("src/a.cs").Should().BeTrue();
    }

    [Fact]
    public void A_pattern_tells_where_to_look() =>
        new PathPatterns(["artifacts/bin/*/x", "a/b.txt", "**"]).Directories.Should().Equal("artifacts/bin", "a", "");

    [Theory]
    [InlineData("")]
    [InlineData("/etc/passwd")]
    [InlineData("../other")]
    [InlineData("a//b")]
    [InlineData("a\\b")]
    [InlineData("!")]
    public void A_pattern_that_leaves_the_root_is_an_error_that_quotes_it(string pattern) =>
        FluentActions
            .Invoking(() => new PathPatterns([pattern]))
            .Should()
            .Throw<ArgumentException>()
            .WithMessage($"'{pattern}'*");
}
