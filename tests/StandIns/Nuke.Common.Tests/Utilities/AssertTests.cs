namespace Nuke.Common.Tests.Utilities;

public class AssertTests
{
    [Fact]
    public void What_holds_is_passed_on()
    {
        Assert.True(true);
        Assert.False(false);
        "a".NotNull().Should().Be("a");
        ((int?)1).NotNull().Should().Be(1);
        "a".NotNullOrEmpty().NotNullOrWhiteSpace().Should().Be("a");
        Assert.NotEmpty([1]);
        Assert.Empty<int>([]);
        Assert.HasSingleItem([1]);
        Assert.DirectoryExists("/");
        Assert.FileExists(typeof(AssertTests).Assembly.Location);
    }

    public static TheoryData<Action, string> Violations =>
        new()
        {
            { () => Assert.True(1 > 2), "Expected condition to be true (Parameter '1 > 2')" },
            { () => Assert.False(true, "why"), "why" },
            { () => ((string?)null).NotNull("no text"), "no text" },
            { () => ((int?)null).NotNull(), "Expected object of type 'System.Int32' to be not null*" },
            { () => "".NotNullOrEmpty(), "Expected string to be not null or empty*" },
            { () => " ".NotNullOrWhiteSpace(), "Expected string to be not null or whitespace*" },
            { () => Assert.NotEmpty<int>([]), "Expected collection to be not empty*" },
            { () => Assert.NotEmpty<int>(null), "Expected object of type*to be not null*" },
            { () => Assert.Empty([1]), "Expected collection to be empty*" },
            { () => Assert.Count([1], 2), "Expected collection to have length of 2*" },
            { () => Assert.FileExists("/missing"), "Expected file to exist: /missing*" },
            { () => Assert.DirectoryExists("/missing"), "Expected directory to exist: /missing*" },
        };

    [Theory]
    [MemberData(nameof(Violations))]
    public void What_does_not_hold_is_an_error_with_message_or_expression(Action check, string message) =>
        check.Should().Throw<ArgumentException>().WithMessage(message);

    [Fact]
    public void A_failure_carries_its_cause()
    {
        var cause = new InvalidOperationException();

        var fail = () => Assert.Fail("message", cause);

        fail.Should().Throw<Exception>().WithMessage("message").Which.InnerException.Should().BeSameAs(cause);
    }
}
