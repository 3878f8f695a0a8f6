using System.Collections;
using Slipway.Components.Caching;
using Slipway.Testing;

namespace Slipway.Components.Tests.Caching;

public sealed class EnvironmentOfToolsTests
{
    [Theory]
    [InlineData("DOTNET_ROOT", true)]
    [InlineData("MSBuildSDKsPath", true)]
    [InlineData("UseStandIns", true)]
    [InlineData("Configuration", true)]
    [InlineData("configuration", true)]
    [InlineData("TZ", true)]
    [InlineData("lc_all", true)]
    [InlineData("Gallery__DataDirectory", true)]
    [InlineData("HOME", false)]
    [InlineData("SHLVL", false)]
    [InlineData("OLDPWD", false)]
    [InlineData("npm_config_cache", false)]
    [InlineData("SharedCompilationId", false)]
    [InlineData("MSBUILDNODEHANDSHAKESALT", false)]
    public void Variables_count_that_dotnet_or_the_library_reads(string name, bool counts) =>
        EnvironmentOfTools
            .Matching(EnvironmentOfTools.Variables, new Hashtable(StringComparer.Ordinal) { [name] = "1" })
            .Any()
            .Should()
            .Be(counts);

    [Fact]
    public void The_value_of_a_variable_is_not_written_down() =>
        EnvironmentOfTools
            .Matching(["*"], new Hashtable(StringComparer.Ordinal) { ["SAMPLE"] = "secret" })
            .Single()
            .Value.Should()
            .NotContain("secret")
            .And.HaveLength(64);

    [Fact]
    public void An_sdk_that_is_installed_or_removed_is_another_tool()
    {
        using var directory = new TempDirectory();
        directory.Write("home/dotnet", "");
        Directory.CreateDirectory(directory["home/sdk/10.0.100"]);
        var one = EnvironmentOfTools.DotNetSdk(directory["home"]);
        Directory.CreateDirectory(directory["home/sdk/10.0.101"]);

        EnvironmentOfTools.DotNetSdk(directory["home"]).Should().NotBe(one);
        EnvironmentOfTools.DotNetSdk($"relative:{directory["none"]}").Should().Be("none on the path");
    }

    [Fact]
    public void The_sdk_behind_a_link_on_the_path_is_the_one_that_counts()
    {
        using var directory = new TempDirectory();
        directory.Write("home/dotnet", "");
        Directory.CreateDirectory(directory["home/sdk/10.0.100"]);
        Directory.CreateDirectory(directory["bin"]);
        File.CreateSymbolicLink(directory["bin/dotnet"], directory["home/dotnet"]);

        EnvironmentOfTools.DotNetSdk(directory["bin"]).Should().Be("sdk/10.0.100");
    }
}
