using Nuke.Common.Execution;

// Not …Tests.Output: that would hide the type of that name from all other tests.
namespace Nuke.Common.Tests.Writing;

[Collection(OneBuildAtATime.Name)]
public sealed class SecretMaskingTests : IDisposable
{
    [Fact]
    public void Every_occurrence_is_replaced()
    {
        SecretMasking.Add(["hunter2"]);

        SecretMasking.Apply("a hunter2, b=hunter2").Should().Be("a [REDACTED], b=[REDACTED]");
    }

    [Fact]
    public void A_secret_that_contains_another_leaves_nothing_behind()
    {
        SecretMasking.Add(["abcd"]);
        SecretMasking.Add(["abcd-efgh"]);

        SecretMasking.Apply("x abcd-efgh y").Should().Be("x [REDACTED] y");
    }

    [Fact]
    public void Each_line_of_a_secret_of_several_is_hidden()
    {
        SecretMasking.Add(["BEGIN KEY\r\nMIIBOg==\r\nEND KEY"]);

        SecretMasking.Apply("got MIIBOg== here").Should().Be("got [REDACTED] here");
    }

    [Fact]
    public void Nothing_and_blanks_are_no_secrets()
    {
        SecretMasking.Add(["", "  "]);

        SecretMasking.Apply("a  b").Should().Be("a  b");
    }

    public void Dispose() => SecretMasking.Clear();
}
