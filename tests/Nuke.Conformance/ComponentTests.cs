namespace Nuke.Conformance;

public class ComponentTests
{
    [Fact]
    public async Task Default_targets_of_interfaces_are_the_build_s()
    {
        var run = await RunAsync();

        run.ExitCode.Should().Be(0);
        run.Ran.Should().Equal("RestoreParts", "CompileParts for nobody", "TestParts");
    }

    [Theory]
    [InlineData("--greeted", "you", "you")]
    [InlineData("--skip", "RestoreParts", "nobody")]
    public async Task A_parameter_of_an_interface_is_read_when_asked(string parameter, string value, string expected)
    {
        (await RunAsync("CompileParts", parameter, value)).Ran.Should().Contain($"CompileParts for {expected}");
    }

    [Fact]
    public async Task A_parameter_of_an_interface_may_come_from_the_environment()
    {
        using var sample = new SampleBuild("Components") { Environment = { ["GREETED"] = "all" } };

        (await sample.RunAsync("CompileParts")).Ran.Should().Contain("CompileParts for all");
    }

    [Fact]
    public async Task Base_calls_the_overridden_target_first()
    {
        var run = await RunAsync("Overridden");

        run.Ran.Should().Equal("Overridden in the base", "Overridden in the build");
    }

    [Fact]
    public async Task Inherit_calls_the_interface_s_target_first()
    {
        var run = await RunAsync("ShipParts");

        run.Ran.Should().Equal("ShipParts of the component", "ShipParts of the build");
    }

    [Fact]
    public async Task A_dependency_on_a_component_alone_means_its_only_target()
    {
        (await RunAsync("Shorthand")).Ran.Should().Equal("RestoreParts", "Shorthand");
    }

    [Theory]
    [InlineData("PREFIXED_THING", "'z'")]
    [InlineData("THING", "null")]
    public async Task A_prefix_belongs_to_the_parameter_s_name(string variable, string expected)
    {
        using var sample = new SampleBuild("Components") { Environment = { [variable] = "z" } };

        (await sample.RunAsync("Prefixed")).Value("Thing").Should().Be(expected);
    }

    [Fact]
    public async Task Components_parameters_are_in_the_help()
    {
        (await RunAsync("--help")).Output.Should().Contain("--greeted ").And.Contain("--prefixed-thing ");
    }

    static async Task<SampleRun> RunAsync(params string[] arguments)
    {
        using var sample = new SampleBuild("Components");
        return await sample.RunAsync(arguments);
    }
}
