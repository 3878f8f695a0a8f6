namespace Nuke.Conformance;

public class RootTests
{
    [Fact]
    public async Task The_root_is_the_nearest_parent_with_a_nuke_directory()
    {
        using var root = new SampleBuild("Parameters");
        root.Write("a/b/marker", "");
        using var below = new SampleBuild("Parameters", withNukeDirectory: false)
        {
            WorkingDirectory = Path.Combine(root.Root, "a", "b"),
        };

        var run = await below.RunAsync();

        run.Value("RootDirectory").Should().Be($"'{root.Root}'");
        run.Value("TemporaryDirectory").Should().Be($"'{root.Root}/.nuke/temp'");
        root.Exists(".nuke/temp").Should().BeTrue();
    }

    [Fact]
    public async Task The_root_may_be_given_and_gets_its_nuke_directory()
    {
        using var elsewhere = new SampleBuild("Parameters", withNukeDirectory: false);
        using var sample = new SampleBuild("Parameters", withNukeDirectory: false);

        var run = await sample.RunAsync("--root", elsewhere.Root);

        run.Value("RootDirectory").Should().Be($"'{elsewhere.Root}'");
        elsewhere.Exists(".nuke/temp").Should().BeTrue();
    }

    [Fact]
    public async Task Root_without_a_value_is_the_working_directory()
    {
        using var sample = new SampleBuild("Parameters", withNukeDirectory: false);

        (await sample.RunAsync("--root")).Value("RootDirectory").Should().Be($"'{sample.Root}'");
    }

    [Fact]
    [Trait("Kind", "Better")]
    public async Task No_nuke_directory_is_one_clear_line()
    {
        using var sample = new SampleBuild("Parameters", withNukeDirectory: false);

        var run = await sample.RunAsync();

        run.ExitCode.Should().Be(PackageUnderTest.Choose(nuke: 134, better: 255));
        run.All.Should().Contain("'.nuke'").And.Contain("--root");
        run.All.Contains("   at ", StringComparison.Ordinal).Should().Be(!PackageUnderTest.IsStandIn);
    }
}
