using Slipway.Components.Shipping;
using Slipway.Components.Tests.Support;
using Slipway.Testing;

namespace Slipway.Components.Tests.Shipping;

public sealed class DestroyCommandTests : IDisposable
{
    readonly TempDirectory _root = new();

    public void Dispose() => _root.Dispose();

    [Theory]
    [InlineData(null)]
    [InlineData("production")]
    public async Task A_declared_environment_needs_its_name_a_second_time(string? confirmation)
    {
        var destroying = () => DestroyCommand.RunAsync(new SampleBuild(_root.Path), "staging", confirmation);

        await destroying
            .Should()
            .ThrowAsync<BuildException>()
            .WithMessage("*./build.sh Destroy --environment staging --confirm staging");
    }

    [Fact]
    public async Task What_is_not_there_cannot_be_taken_down()
    {
        var destroying = () => DestroyCommand.RunAsync(new SampleBuild(_root.Path), "review-fix", confirmation: null);

        await destroying.Should().ThrowAsync<BuildException>().WithMessage("There is no environment 'review-fix'.*");
    }
}
