namespace Nuke.Conformance;

/// <summary>Values from the environment.</summary>
public class EnvironmentTests
{
    [Theory]
    [InlineData("Text", "v")]
    [InlineData("TEXT", "v")]
    [InlineData("text", "v")]
    [InlineData("T_E-X.T", "v")]
    [InlineData("NUKE_TEXT", "v")]
    [InlineData("NukeText", "v")]
    public async Task A_name_is_found_in_any_case_with_punctuation_and_prefix(string variable, string value)
    {
        (await RunAsync((variable, value))).Value("Text").Should().Be("'v'");
    }

    [Fact]
    public async Task Two_spellings_at_once_give_no_value_and_a_warning()
    {
        var run = await RunAsync(("TEXT", "a"), ("NUKE_TEXT", "b"));

        run.Value("Text").Should().Be("'initial'");
        run.All.Should().MatchRegex(@"\[WRN\].*\bText\b");
    }

    [Fact]
    public async Task The_exact_name_wins_over_other_spellings()
    {
        (await RunAsync(("Text", "exact"), ("TEXT", "other"))).Value("Text").Should().Be("'exact'");
    }

    [Theory]
    [InlineData("NUMBER", "0x10", "Number", "16")]
    [InlineData("FLAG", "true", "Flag", "True")]
    [InlineData("FLAG", "false", "Flag", "False")]
    [InlineData("HUE", "blue", "Hue", "Blue")]
    [InlineData("ITEMS", "a b", "Items", "['a b']")]
    [InlineData("JOINED", "a+b", "Joined", "['a','b']")]
    [InlineData("CALLED", "x", "Renamed", "'x'")]
    [InlineData("TWO_WORDS_HTTP", "x", "TwoWordsHTTP", "'x'")]
    public async Task A_value_is_converted(string variable, string value, string name, string expected)
    {
        (await RunAsync((variable, value))).Value(name).Should().Be(expected);
    }

    [Fact]
    public async Task The_invoked_targets_may_come_from_the_environment()
    {
        (await RunAsync(("NUKE_TARGET", "Other"))).Ran.Should().Equal("Other");
    }

    [Theory]
    [Trait("Kind", "Better")]
    [InlineData("NUMBER", "abc", "Number")]
    [InlineData("FLAG", "1x", "Flag")]
    [InlineData("HUE", "purple", "Hue")]
    public async Task A_value_that_does_not_parse_is_an_error(string variable, string value, string name)
    {
        var run = await RunAsync((variable, value));

        run.ExitCode.Should().Be(PackageUnderTest.Choose(nuke: 0, better: 255));
        run.All.Should().ContainEquivalentOf(name).And.Contain(value);
        run.All.Contains("   at ", StringComparison.Ordinal).Should().Be(!PackageUnderTest.IsStandIn);
    }

    static async Task<SampleRun> RunAsync(params (string Name, string Value)[] variables)
    {
        using var sample = new SampleBuild("Parameters");
        foreach (var (name, value) in variables)
            sample.Environment[name] = value;
        return await sample.RunAsync();
    }
}
