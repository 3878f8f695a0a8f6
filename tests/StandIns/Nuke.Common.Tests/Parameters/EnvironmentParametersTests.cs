using Nuke.Common.Execution;

namespace Nuke.Common.Tests.Parameters;

public class EnvironmentParametersTests
{
    [Theory]
    [InlineData("ApiKey")]
    [InlineData("API_KEY")]
    [InlineData("api.key")]
    [InlineData("NUKE_API_KEY")]
    [InlineData("NukeApiKey")]
    public void Case_punctuation_and_prefix_do_not_matter(string variable) =>
        Find(new() { [variable] = "x" }).Value.Should().Be("x");

    [Fact]
    public void The_exact_name_counts_before_others() =>
        Find(new() { ["ApiKey"] = "exact", ["API_KEY"] = "other" }).Value.Should().Be("exact");

    [Fact]
    public void Of_two_that_are_alike_none_counts()
    {
        var (_, value, ambiguous) = Find(new() { ["API_KEY"] = "a", ["NUKE_API_KEY"] = "b" });

        value.Should().BeNull();
        ambiguous.Should().BeEquivalentTo("API_KEY", "NUKE_API_KEY");
    }

    [Fact]
    public void Another_variable_gives_nothing() => Find(new() { ["API_KEY_2"] = "x" }).Value.Should().BeNull();

    private static (string? Name, string? Value, IReadOnlyList<string> Ambiguous) Find(
        Dictionary<string, string> variables
    ) => new EnvironmentParameters(variables).Find("ApiKey");
}
