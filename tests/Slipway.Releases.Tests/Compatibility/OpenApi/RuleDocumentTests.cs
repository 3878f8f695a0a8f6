using Slipway.Releases.Compatibility;
using Slipway.Releases.Compatibility.OpenApi;

namespace Slipway.Releases.Tests.Compatibility.OpenApi;

/// <summary>docs/compatibility.md says of each rule what the code says.</summary>
public sealed class RuleDocumentTests
{
    public static TheoryData<string, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var rule in OpenApiRules.All)
                rows.Add(rule.Id, $"| `{rule.Id}` | {Name(rule.Impact)} | {rule.Why} |");
            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Each_rule_is_in_the_document(string rule, string row)
    {
        rule.Should().NotBeEmpty();
        Lines().Should().Contain(row);
    }

    [Fact]
    public void The_document_names_no_other_rule() =>
        Lines()
            .SkipWhile(line => line is not "## Rules for an HTTP API")
            .Skip(1)
            .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Count(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Should()
            .Be(OpenApiRules.All.Count);

    static string Name(Impact impact) =>
        impact switch
        {
            Impact.Breaking => "breaking",
            Impact.Additive => "additive",
            _ => "none",
        };

    static string[] Lines()
    {
        const string Document = "docs/compatibility.md";
        var directory = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(directory, Document)))
            directory =
                Path.GetDirectoryName(directory)
                ?? throw new InvalidOperationException($"{Document} is not above the tests.");
        return File.ReadAllLines(Path.Combine(directory, Document));
    }
}
