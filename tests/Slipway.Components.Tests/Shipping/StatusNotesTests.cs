using Slipway.Components.Shipping;
using Slipway.Components.Tests.Support;
using Slipway.Delivery.Environments;

namespace Slipway.Components.Tests.Shipping;

public sealed class StatusNotesTests
{
    static readonly DateTimeOffset s_time = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    static readonly string s_plan = new('f', 64);
    static readonly EnvironmentStatus s_serving = new(
        "staging",
        "local",
        new Uri("http://127.0.0.1:8081/"),
        "serving",
        [],
        LastDeployment: null
    );

    [Fact]
    public void Where_nothing_is_to_be_done_nothing_is_said() => Of(s_serving).Should().BeEmpty();

    [Fact]
    public void A_plan_that_waits_comes_with_the_command_that_approves_it() =>
        Of(s_serving with { WaitingPlan = s_plan })
            .Should()
            .Equal(
                "staging waits for an approval of plan ffffffffffff: ./build.sh Approve --digest ffffffffffff --port-base 9000"
            );

    [Fact]
    public void Processes_of_one_that_was_removed_come_with_the_command_that_ends_them() =>
        Of(s_serving with { State = "empty", HasRemains = true })
            .Should()
            .Equal(
                "staging was removed while it ran, and its processes still run; the next deployment ends them. To end them "
                    + "now: ./build.sh Destroy --environment staging --confirm staging --port-base 9000"
            );

    [Fact]
    public void Who_changes_it_is_named_with_what_is_done() =>
        Of(
                s_serving with
                {
                    State = "deploying",
                    Change = new ChangeStatus("ann@desk (pid 1)", s_time, "Deploy", s_plan),
                }
            )
            .Should()
            .Equal(
                "staging is being changed by ann@desk (pid 1) since 2026-01-02 03:04:05Z: Deploy, plan ffffffffffff"
            );

    [Theory]
    [InlineData("deploy", "Deploy")]
    [InlineData("rollback", "Rollback")]
    [InlineData("swap", "Swap")]
    public void What_is_unfinished_is_brought_to_its_end_by_the_same_command(string purpose, string command) =>
        Of(s_serving with { State = "unfinished", LastDeployment = Unfinished(purpose) })
            .Should()
            .Equal(
                $"staging has an unfinished {purpose} of 2.0.0, plan ffffffffffff. To bring it to its end: "
                    + $"./build.sh {command} --environment staging --port-base 9000"
            );

    [Theory]
    [InlineData(true, "it goes forward")]
    [InlineData(false, "what was there before comes back")]
    public void A_restore_that_was_killed_is_finished_by_a_command_that_changes_nothing_else(
        bool forward,
        string way
    ) =>
        Of(
                s_serving with
                {
                    State = "unfinished",
                    Restore = new RestoreStatus("/backups/a.backup", "loading", forward, Safety: null),
                    LastDeployment = Unfinished("deploy"),
                }
            )
            .Should()
            .Equal(
                $"staging has an unfinished restore of a.backup (loading). To bring it to its end ({way}): "
                    + "./build.sh Backup --environment staging --port-base 9000"
            );

    static IEnumerable<string> Of(EnvironmentStatus environment) =>
        StatusNotes.Of(new SampleBuild("/sample") { PortBase = 9000 }, new StatusReport([environment]));

    static DeploymentStatus Unfinished(string purpose) =>
        new("2.0.0", "sha256:2", s_plan, purpose, "unfinished", "ann@desk", s_time, EndedAt: null, Note: null);
}
