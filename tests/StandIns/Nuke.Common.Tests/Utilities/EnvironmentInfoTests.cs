using Nuke.Common.IO;
using Nuke.Common.Tests.Tooling;
using Nuke.Common.Utilities;
using Slipway.Testing;

namespace Nuke.Common.Tests.Utilities;

[Collection(ProcessWide.Name)]
public sealed class EnvironmentInfoTests : IDisposable
{
    const string Name = "SLIPWAY_ENVIRONMENT_INFO_TEST";

    public void Dispose() => EnvironmentInfo.RemoveVariable(Name);

    [Fact]
    public void A_variable_is_set_read_and_removed()
    {
        EnvironmentInfo.SetVariable(Name, 5);
        EnvironmentInfo.GetVariable(Name).Should().Be("5");
        EnvironmentInfo.GetVariable<int>(Name).Should().Be(5);
        EnvironmentInfo.Variables.Should().Contain(Name, "5");
        EnvironmentInfo.HasVariable(Name).Should().BeTrue();

        EnvironmentInfo.RemoveVariable(Name);
        EnvironmentInfo.HasVariable(Name).Should().BeFalse();
        EnvironmentInfo.GetVariable(Name).Should().BeNull();
    }

    [Fact]
    public void Variables_in_a_text_are_replaced()
    {
        EnvironmentInfo.SetVariable(Name, "value");
        var text = OperatingSystem.IsWindows() ? $"a/%{Name}%/b" : $"a/${Name}/b";

        EnvironmentInfo.ExpandVariables(text).Should().Be("a/value/b");
        if (!OperatingSystem.IsWindows())
            EnvironmentInfo.ExpandVariables("~/x").Should().Be(EnvironmentInfo.GetVariable("HOME") + "/x");
    }

    [Fact]
    public void The_working_directory_is_switched_until_disposed()
    {
        using var directory = new TempDirectory();
        var before = EnvironmentInfo.WorkingDirectory;

        using (((AbsolutePath)directory.Path).SwitchWorkingDirectory())
            EnvironmentInfo.WorkingDirectory.Name.Should().Be(Path.GetFileName(directory.Path));

        EnvironmentInfo.WorkingDirectory.Should().Be(before);
    }

    [Fact]
    public void The_system_is_one_of_three()
    {
        new[] { EnvironmentInfo.IsWin, EnvironmentInfo.IsLinux, EnvironmentInfo.IsOsx }.Count(x => x).Should().Be(1);
        EnvironmentInfo.IsUnix.Should().Be(!EnvironmentInfo.IsWin);
        EnvironmentInfo.Is32Bit.Should().Be(!EnvironmentInfo.Is64Bit);
        EnvironmentInfo.Platform.Should().NotBe(PlatformFamily.Unknown);
        EnvironmentInfo.Paths.Should().NotBeEmpty();
        EnvironmentInfo.SpecialFolder(SpecialFolders.UserProfile).Should().NotBeNull();
        EnvironmentInfo.Framework.Identifier.Should().Be(".NETCoreApp");
    }

    [Fact]
    public void A_bracket_sets_up_and_cleans_up()
    {
        var steps = new List<string>();

        using (DelegateDisposable.CreateBracket(() => steps.Add("up"), () => steps.Add("down")))
            steps.Add("between");
        using (DelegateDisposable.CreateBracket(() => "state", steps.Add)) { }

        steps.Should().Equal("up", "between", "down", "state");
    }
}
