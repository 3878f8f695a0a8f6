using Slipway.Testing;

namespace Slipway.Releases.Tests;

public sealed class ConfigurationFileTests : IDisposable
{
    readonly TempDirectory _root = new();

    public void Dispose() => _root.Dispose();

    [Fact]
    public void There_need_not_be_one() => ConfigurationFile.Find(_root.Path, _root.Path, null).Should().BeNull();

    [Theory]
    [InlineData("GitVersion.yml")]
    [InlineData("GitVersion.yaml")]
    [InlineData(".GitVersion.yml")]
    [InlineData(".GitVersion.yaml")]
    [InlineData("gitversion.YML")]
    public void It_is_found_by_each_of_its_names(string name)
    {
        var file = _root.Write(name, "");

        ConfigurationFile.Find(_root.Path, _root.Path, null).Should().Be(file);
    }

    [Fact]
    public void The_first_name_wins()
    {
        _root.Write(".GitVersion.yml", "");
        var file = _root.Write("GitVersion.yml", "");

        ConfigurationFile.Find(_root.Path, _root.Path, null).Should().Be(file);
    }

    [Fact]
    public void A_file_in_the_directory_beats_the_roots()
    {
        _root.Write("GitVersion.yml", "");
        var file = _root.Write("src/GitVersion.yml", "");

        ConfigurationFile.Find(_root["src"], _root.Path, null).Should().Be(file);
    }

    [Fact]
    public void A_directory_without_one_has_the_roots()
    {
        var file = _root.Write("GitVersion.yml", "");
        _root.Write("src/code.cs", "");

        ConfigurationFile.Find(_root["src"], _root.Path, null).Should().Be(file);
    }

    [Fact]
    public void A_named_file_that_is_not_there_is_an_error() =>
        FluentActions
            .Invoking(() => ConfigurationFile.Find(_root.Path, _root.Path, "other.yml"))
            .Should()
            .Throw<ReleaseException>()
            .WithMessage("The configuration file other.yml is neither in*");
}
