using Slipway.Components.Ci;
using Slipway.Testing;

namespace Slipway.Components.Tests.Ci;

public sealed class LineDiffTests
{
    [Fact]
    public void What_is_the_same_has_no_difference() => LineDiff.Of("a", "1\n2\n", "1\n2\n").Should().BeEmpty();

    [Fact]
    public void Changed_lines_stand_with_three_others_around_them() =>
        LineDiff
            .Of(
                "ci.yml",
                "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n",
                "1\n2\n3\n4\n5\nsix\n7\n8\n9\n10\n11\n12\n13\n14\n"
            )
            .Should()
            .Equal(
                "--- ci.yml",
                "+++ ci.yml",
                "@@ -3 +3 @@",
                " 3",
                " 4",
                " 5",
                "-6",
                "+six",
                " 7",
                " 8",
                " 9",
                "@@ -11 +11 @@",
                " 11",
                " 12",
                " 13",
                "+14"
            );

    [Fact]
    public void A_file_that_is_new_or_has_to_go_is_all_there_is()
    {
        LineDiff.Of("a", null, "1\n").Should().Equal("--- /dev/null", "+++ a", "@@ -1 +1 @@", "+1");
        LineDiff.Of("a", "1\n", null).Should().Equal("--- a", "+++ /dev/null", "@@ -1 +1 @@", "-1");
    }

    [Fact]
    public void A_missing_line_end_is_a_difference() =>
        LineDiff.Of("a", "1", "1\n").Should().EndWith(["-1 (no line end)", "+1"]);

    /// <summary>git applies what it takes for a patch exactly where it fits, so it is the judge of ours.</summary>
    [Theory]
    [InlineData("a\nb\nc\n", "b\nc\nd\n")]
    [InlineData("a\na\na\nb\n", "a\nb\na\n")]
    [InlineData("x\n", "y\nx\nz\n")]
    public async Task It_leads_from_one_text_to_the_other(string before, string after)
    {
        using var repository = await GitRepository.CreateAsync();
        repository.Write("f", before);
        var hunk = string.Join('\n', LineDiff.Of("f", before, after).Skip(2).SkipWhile(line => line[0] == '@'));
        var (old, now) = (before.Count(letter => letter == '\n'), after.Count(letter => letter == '\n'));
        repository.Write("p", $"--- a/f\n+++ b/f\n@@ -1,{old} +1,{now} @@\n{hunk}\n");

        await repository.RunAsync("apply", "p");

        (await File.ReadAllTextAsync(Path.Combine(repository.Path, "f"))).Should().Be(after);
    }
}
