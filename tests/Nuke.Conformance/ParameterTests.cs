namespace Nuke.Conformance;

/// <summary>Values on the command line.</summary>
public class ParameterTests
{
    [Theory]
    [InlineData("--text hello", "Text", "'hello'")]
    [InlineData("-text hello", "Text", "'hello'")]
    [InlineData("--TEXT hello", "Text", "'hello'")]
    [InlineData("--te-xt hello", "Text", "'hello'")]
    [InlineData("--text a --text b", "Text", "'b'")]
    [InlineData("", "Text", "'initial'")]
    [InlineData("--number 5", "Number", "5")]
    [InlineData("--number 0x10", "Number", "16")]
    [InlineData("--maybe-number 5", "MaybeNumber", "5")]
    [InlineData("", "MaybeNumber", "null")]
    [InlineData("--flag", "Flag", "True")]
    [InlineData("--flag true", "Flag", "True")]
    [InlineData("--flag false", "Flag", "False")]
    [InlineData("", "MaybeFlag", "null")]
    [InlineData("--maybe-flag", "MaybeFlag", "True")]
    [InlineData("--maybe-flag false", "MaybeFlag", "False")]
    [InlineData("--hue green", "Hue", "Green")]
    [InlineData("--hue 2", "Hue", "Blue")]
    [InlineData("--flavour sweet", "Flavour", "Sweet")]
    [InlineData("--items a b", "Items", "['a','b']")]
    [InlineData("--items a+b", "Items", "['a+b']")]
    [InlineData("--items", "Items", "[]")]
    [InlineData("--joined a+b", "Joined", "['a','b']")]
    [InlineData("--joined a++b+", "Joined", "['a','','b','']")]
    [InlineData("--joined a b", "Joined", "['a','b']")]
    [InlineData("--numbers 1 2", "Numbers", "[1,2]")]
    [InlineData("", "Numbers", "null")]
    [InlineData("--where /abs/x", "Where", "'/abs/x'")]
    [InlineData("--called x", "Renamed", "'x'")]
    [InlineData("--two-words-http x", "TwoWordsHTTP", "'x'")]
    [InlineData("--twowordshttp x", "TwoWordsHTTP", "'x'")]
    [InlineData("--property p", "Property", "'p'")]
    [InlineData("--ratio 1.5", "Ratio", "1.5")]
    [InlineData("--choice one", "Choice", "'one'")]
    [InlineData("--inherited i", "Inherited", "'i'")]
    public async Task A_value_reaches_its_member(string arguments, string name, string expected)
    {
        var run = await RunAsync(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        run.Value(name).Should().Be(expected);
        run.ExitCode.Should().Be(0);
    }

    [Fact]
    public async Task An_empty_value_is_an_empty_string()
    {
        (await RunAsync("--text", "")).Value("Text").Should().Be("''");
    }

    [Fact]
    public async Task A_value_keeps_its_blanks()
    {
        (await RunAsync("--text", "two words")).Value("Text").Should().Be("'two words'");
    }

    [Fact]
    public async Task A_private_parameter_of_a_base_class_is_not_injected()
    {
        using var sample = new SampleBuild("Parameters") { Environment = { ["HIDDEN_IN_BASE"] = "h" } };

        (await sample.RunAsync()).Value("HiddenInBase").Should().Be("null");
    }

    [Fact]
    public async Task Invoked_targets_are_known_to_the_build()
    {
        (await RunAsync("Print", "Other")).Value("InvokedTargets").Should().Be("['Other','Print']");
    }

    [Theory]
    [Trait("Kind", "Better")]
    [InlineData("--text=a", "Text", "'initial'", "'a'")]
    [InlineData("--number=5", "Number", "1", "5")]
    [InlineData("--number -5", "Number", "1", "-5")]
    [InlineData("--ratio -1.5", "Ratio", "0", "-1.5")]
    public async Task An_equals_sign_and_negative_numbers_work(
        string arguments,
        string name,
        string nuke,
        string better
    )
    {
        (await RunAsync(arguments.Split(' '))).Value(name).Should().Be(PackageUnderTest.Choose(nuke, better));
    }

    [Theory]
    [Trait("Kind", "Better")]
    [InlineData("--unknown x", "unknown")]
    [InlineData("--number abc", "Number", "abc")]
    [InlineData("--number 99999999999", "Number", "99999999999")]
    [InlineData("--flag maybe", "Flag", "maybe")]
    [InlineData("--hue purple", "Hue", "purple")]
    [InlineData("--flavour sour", "Flavour", "sour")]
    [InlineData("--numbers 1 x", "Numbers", "x")]
    [InlineData("--choice three", "Choice", "three")]
    [InlineData("--flag Other", "Flag", "Other")]
    [InlineData("--text a Other", "Text", "Other")]
    public async Task Bad_input_is_an_error_that_names_the_parameter(string arguments, params string[] named)
    {
        var run = await RunAsync(arguments.Split(' '));

        // NUKE warns, or says nothing, and builds with the initial value.
        run.ExitCode.Should().Be(PackageUnderTest.Choose(nuke: 0, better: 255));
        if (!PackageUnderTest.IsStandIn)
            return;
        run.Output.Should().NotContain("Text=");
        foreach (var name in named)
            run.All.Should().ContainEquivalentOf(name);
        run.All.Should().NotContain("   at ");
    }

    static async Task<SampleRun> RunAsync(params string[] arguments)
    {
        using var sample = new SampleBuild("Parameters");
        return await sample.RunAsync(arguments);
    }
}
