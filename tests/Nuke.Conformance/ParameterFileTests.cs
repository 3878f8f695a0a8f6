namespace Nuke.Conformance;

/// <summary>Values from <c>.nuke/parameters.json</c> and profiles.</summary>
public class ParameterFileTests
{
    [Fact]
    public async Task Every_type_is_read_from_the_file()
    {
        using var sample = new SampleBuild("Parameters");
        sample.Write(
            ".nuke/parameters.json",
            """
            {
              "Text": "file", "Number": 7, "MaybeNumber": "8", "Flag": true, "Hue": "Blue", "Flavour": "Sweet",
              "Items": ["x", "y"], "Joined": ["p"], "Numbers": [3, 4], "Ratio": 2.5, "called": "named", "Unknown": 1
            }
            """
        );

        var run = await sample.RunAsync();

        string[] names =
        [
            "Text",
            "Number",
            "MaybeNumber",
            "Flag",
            "Hue",
            "Flavour",
            "Items",
            "Joined",
            "Numbers",
            "Ratio",
            "Renamed",
        ];
        names
            .Select(run.Value)
            .Should()
            .Equal("'file'", "7", "8", "True", "Blue", "Sweet", "['x','y']", "['p']", "[3,4]", "2.5", "'named'");
    }

    [Fact]
    public async Task Each_layer_wins_over_the_next()
    {
        using var sample = new SampleBuild("Parameters");
        sample.Write(".nuke/parameters.json", """{ "Text": "file" }""");
        sample.Write(".nuke/parameters.one.json", """{ "Text": "profile" }""");

        (await sample.RunAsync()).Value("Text").Should().Be("'file'");
        (await sample.RunAsync("--profile", "one")).Value("Text").Should().Be("'profile'");
        sample.Environment["TEXT"] = "environment";
        (await sample.RunAsync("--profile", "one")).Value("Text").Should().Be("'environment'");
        (await sample.RunAsync("--profile", "one", "--text", "argument")).Value("Text").Should().Be("'argument'");
    }

    [Fact]
    public async Task Of_several_profiles_the_last_wins()
    {
        using var sample = new SampleBuild("Parameters");
        sample.Write(".nuke/parameters.json", """{ "Text": "file", "Hue": "Blue" }""");
        sample.Write(".nuke/parameters.one.json", """{ "Text": "one", "Number": 71 }""");
        sample.Write(".nuke/parameters.two.json", """{ "Text": "two" }""");

        var run = await sample.RunAsync("--profile", "one", "two");

        run.Value("Text").Should().Be("'two'");
        run.Value("Number").Should().Be("71");
        run.Value("Hue").Should().Be("Blue");
    }

    [Fact]
    public async Task A_key_in_another_case_is_not_the_parameter()
    {
        using var sample = new SampleBuild("Parameters");
        sample.Write(".nuke/parameters.json", """{ "text": "lower", "TEXT": "upper" }""");

        (await sample.RunAsync()).Value("Text").Should().Be("'initial'");
    }

    [Fact]
    public async Task Targets_come_from_positions_not_from_the_file_when_both_are_there()
    {
        using var sample = new SampleBuild("Parameters");
        sample.Write(".nuke/parameters.json", """{ "Target": ["Other"] }""");

        (await sample.RunAsync()).Ran.Should().Equal("Other");
        (await sample.RunAsync("Print")).Value("Text").Should().Be("'initial'");
    }

    [Fact]
    public async Task A_relative_path_in_the_file_is_relative_to_the_root_on_the_command_line_to_the_working_directory()
    {
        using var root = new SampleBuild("Parameters");
        root.Write(".nuke/parameters.json", """{ "Where": "some/where" }""");
        root.Write("below/marker", "");
        using var below = new SampleBuild("Parameters", withNukeDirectory: false)
        {
            WorkingDirectory = Path.Combine(root.Root, "below"),
        };

        (await below.RunAsync()).Value("Where").Should().Be($"'{root.Root}/some/where'");
        (await below.RunAsync("--where", "x")).Value("Where").Should().Be($"'{root.Root}/below/x'");
    }

    [Theory]
    [Trait("Kind", "Better")]
    [InlineData("{ \"Number\": ")]
    [InlineData("[]")]
    [InlineData("not json")]
    public async Task A_malformed_file_is_one_clear_error(string content)
    {
        using var sample = new SampleBuild("Parameters");
        sample.Write(".nuke/parameters.json", content);

        var run = await sample.RunAsync();

        run.ExitCode.Should().Be(255);
        // NUKE prints a stack trace for each parameter.
        run.All.Contains("   at ", StringComparison.Ordinal).Should().Be(!PackageUnderTest.IsStandIn);
        if (PackageUnderTest.IsStandIn)
            run.All.Should().Contain("parameters.json");
    }

    [Fact]
    [Trait("Kind", "Better")]
    public async Task A_value_of_the_wrong_type_is_an_error()
    {
        using var sample = new SampleBuild("Parameters");
        sample.Write(".nuke/parameters.json", """{ "Number": "abc" }""");

        var run = await sample.RunAsync();

        run.ExitCode.Should().Be(PackageUnderTest.Choose(nuke: 0, better: 255));
        run.All.Should().Contain("Number").And.Contain("abc");
    }

    [Fact]
    [Trait("Kind", "Better")]
    public async Task A_missing_profile_is_one_clear_error()
    {
        using var sample = new SampleBuild("Parameters");

        var run = await sample.RunAsync("--profile", "none");

        run.ExitCode.Should().Be(255);
        run.All.Should().Contain("parameters.none.json");
        run.All.Contains("   at ", StringComparison.Ordinal).Should().Be(!PackageUnderTest.IsStandIn);
    }
}
