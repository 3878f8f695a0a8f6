using Slipway.Workflows.Running;

namespace Slipway.Workflows.Tests.Running.Steps;

public sealed class KeyValueFileTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("a=1", "a:1")]
    [InlineData("a=1\n\nb=\n", "a:1 b:")]
    [InlineData("a=b<<c\n", "a:b<<c")]
    [InlineData("a<<END\nEND\n", "a:")]
    [InlineData("a<<END\n1\n\n 2=3\nEND\nb=4\n", "a:1|| 2=3 b:4")]
    [InlineData("a<<END\n1\nEND", "a:1")]
    [InlineData("a<<E=F\n1\nE=F\n", "a:1")]
    public void It_reads_both_forms(string text, string entries)
    {
        var (read, problem) = KeyValueFile.Read(text, "GITHUB_OUTPUT");

        problem.Should().BeNull();
        string.Join(' ', read.Select(entry => $"{entry.Key}:{entry.Value.Replace('\n', '|')}")).Should().Be(entries);
    }

    [Theory]
    [InlineData("a=1\nnonsense\n", 1, "GITHUB_ENV, line 2: Invalid format 'nonsense'. Write name=value*")]
    [InlineData("=1\n", 0, "GITHUB_ENV, line 1: Invalid format '=1'. The name*must not be empty.")]
    [InlineData("a<<\n1\n", 0, "GITHUB_ENV, line 1: Invalid format 'a<<'. The name and the mark must not be empty.")]
    [InlineData("a=1\n\nb<<END\n1\n END\n", 1, "GITHUB_ENV, line 3: Matching delimiter not found 'END'.*")]
    public void What_is_malformed_is_said_with_its_line_and_what_stands_before_it_counts(
        string text,
        int entries,
        string message
    )
    {
        var (read, problem) = KeyValueFile.Read(text, "GITHUB_ENV");

        read.Should().HaveCount(entries);
        problem.Should().Match(message);
    }
}
