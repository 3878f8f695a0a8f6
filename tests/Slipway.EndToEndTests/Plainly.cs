using System.Text.RegularExpressions;
using Slipway.Testing;

namespace Slipway.EndToEndTests;

/// <summary>What every failure must be like: not a success, said in plain words, no stack trace.</summary>
static partial class Plainly
{
    public static void ShouldFailPlainly(this CommandResult result, params string[] words)
    {
        result.ExitCode.Should().NotBe(0, result.All);
        result.All.Should().ContainAll(words);
        StackFrame().IsMatch(result.All).Should().BeFalse("a stack trace helps nobody here:\n{0}", result.All);
    }

    [GeneratedRegex(@"^\s+at \S+\(", RegexOptions.Multiline, 1000)]
    private static partial Regex StackFrame();
}
