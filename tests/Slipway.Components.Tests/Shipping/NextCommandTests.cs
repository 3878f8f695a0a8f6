using Nuke.Common.IO;
using Slipway.Components.Shipping;
using Slipway.Components.Tests.Support;

namespace Slipway.Components.Tests.Shipping;

public sealed class NextCommandTests
{
    [Fact]
    public void The_usual_place_needs_no_parameter()
    {
        Of(new SampleBuild("/sample")).Should().Be("./build.sh Approve --digest 12");
    }

    [Fact]
    public void What_decides_where_a_command_acts_is_repeated()
    {
        Of(new SampleBuild("/sample") { PortBase = 9000, State = (AbsolutePath)"/var/state" })
            .Should()
            .Be("./build.sh Approve --digest 12 --port-base 9000 --state /var/state");
    }

    [Fact]
    public void A_path_with_a_space_is_quoted()
    {
        Of(new SampleBuild("/sample") { State = (AbsolutePath)"/var/my state" })
            .Should()
            .Be("./build.sh Approve --digest 12 --state \"/var/my state\"");
    }

    static string? Of(SampleBuild build)
    {
        NextCommand.Is(build, "Approve --digest 12");
        return RunRecord.Of(build).NextCommand;
    }
}
