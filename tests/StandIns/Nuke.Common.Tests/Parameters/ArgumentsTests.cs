using Nuke.Common.Execution;

namespace Nuke.Common.Tests.Parameters;

[Collection(OneBuildAtATime.Name)]
public sealed class ArgumentsTests : IDisposable
{
    private readonly ParameterSources _sources = ParameterSources.Current;

    public ArgumentsTests() =>
        ParameterSources.Current = RunningBuild.Sources(["One", "Two", "--count", "3", "--names", "a+b", "--flag"]);

    private static int? Count => null;

    [Fact]
    public void Named_arguments_are_read_by_name_or_by_member()
    {
        EnvironmentInfo.GetNamedArgument<int>("count").Should().Be(3);
        EnvironmentInfo.GetNamedArgument(() => Count).Should().Be(3);
        EnvironmentInfo.GetNamedArgument<string[]>("names", '+').Should().Equal("a", "b");
        EnvironmentInfo.GetNamedArgument<bool>("flag").Should().BeTrue();
        EnvironmentInfo.GetNamedArgument<int>("other").Should().Be(0);
        EnvironmentInfo.HasArgument(() => Count).Should().BeTrue();
        EnvironmentInfo.HasArgument("other").Should().BeFalse();
    }

    [Fact]
    public void Positional_arguments_are_read_from_either_end()
    {
        EnvironmentInfo.GetPositionalArgument<string>(0).Should().Be("One");
        EnvironmentInfo.GetPositionalArgument<string>(-1).Should().Be("Two");
        EnvironmentInfo.GetPositionalArgument<string>(2).Should().BeNull();
        EnvironmentInfo.GetAllPositionalArguments<string>().Should().Equal("One", "Two");
        EnvironmentInfo.CommandLineArguments.Should().HaveCount(7);
    }

    public void Dispose() => ParameterSources.Current = _sources;
}
