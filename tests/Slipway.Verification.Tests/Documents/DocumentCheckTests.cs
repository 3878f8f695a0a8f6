using Slipway.Testing;
using Slipway.Verification.Documents;

namespace Slipway.Verification.Tests.Documents;

public sealed class DocumentCheckTests : IDisposable
{
    readonly TempDirectory _root = new();

    [Fact]
    public void Links_to_files_and_headings_that_are_there_are_counted()
    {
        _root.Write("README.md", "See [how](docs/how.md), [where](docs/how.md#where-it-is-1), [here](#top).\n# Top\n");
        _root.Write("docs/how.md", "# Where it is?\n\n# Where `it` is\n\n[back](../README.md \"a title\")\n");

        DocumentCheck.Run(_root.Path).Should().BeEquivalentTo(new DocumentReport(2, 4, []));
    }

    [Theory]
    [InlineData("[a](docs/none.md)", "README.md:3: it links to docs/none.md, and there is no docs/none.md")]
    [InlineData("[a](#none)", "README.md:3: it links to #none, and README.md has no such heading")]
    public void A_link_that_leads_nowhere_is_named_with_its_line(string link, string finding)
    {
        _root.Write("README.md", $"# A\n\n{link}\n");

        DocumentCheck.Run(_root.Path).Findings.Should().ContainSingle().Which.ToString().Should().Be(finding);
    }

    [Theory]
    [InlineData("[a](https://example.org/none.md)")]
    [InlineData("[a](mailto:none@example.org)")]
    [InlineData("`[a](none.md)`")]
    [InlineData("```\n[a](none.md)\n```")]
    public void What_leads_to_the_web_or_is_code_is_no_link_of_the_repository(string text)
    {
        _root.Write("README.md", text);

        DocumentCheck.Run(_root.Path).Should().BeEquivalentTo(new DocumentReport(1, 0, []));
    }

    public void Dispose() => _root.Dispose();
}
