using Serilog;
using static Nuke.Common.Tests.RunningBuild;

// Not …Tests.Output: that would hide the type of that name from all other tests.
namespace Nuke.Common.Tests.Writing;

[Collection(OneBuildAtATime.Name)]
public class VerbosityTests
{
    [Theory]
    [InlineData("verbose", "[VRB] v", "[DBG] d", "[WRN] w", "[ERR] e")]
    [InlineData("normal", "[DBG] d", "[WRN] w", "[ERR] e")]
    [InlineData("minimal", "[WRN] w", "[ERR] e")]
    [InlineData("quiet", "[ERR] e")]
    public void Only_what_is_at_least_so_important_is_written(string verbosity, params string[] written)
    {
        var (_, output) = Run<Build>(["Talk", "--verbosity", verbosity]);

        var lines = output.Split("Errors & Warnings")[0].Split('\n');
        lines.Where(x => x.Contains('[', StringComparison.Ordinal)).Select(x => x[9..]).Should().Equal(written);
    }

    [Fact]
    public void Warnings_and_errors_are_repeated_at_the_end_with_their_target()
    {
        var (_, output) = Run<Build>(["Talk"]);

        output.Split("Errors & Warnings")[1].Should().Contain("[WRN] Talk: w").And.Contain("[ERR] Talk: e");
    }

    private sealed class Build : NukeBuild
    {
        Target Talk =>
            _ =>
                _.Executes(() =>
                {
                    Log.Verbose("v");
                    Log.Debug("d");
                    Log.Warning("w");
                    Log.Error("e");
                });
    }
}
