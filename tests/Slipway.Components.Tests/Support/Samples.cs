using Slipway.Delivery.Environments;
using Slipway.Delivery.Plans;

namespace Slipway.Components.Tests.Support;

/// <summary>Values that many tests need and none depends on.</summary>
static class Samples
{
    public static Revision One { get; } = Revision("1.0.0", 'a');

    public static Revision Two { get; } = Revision("2.0.0", 'b');

    public static EnvironmentSpec Staging { get; } = new() { Name = "staging", Port = 8081 };

    /// <summary>From nothing to <see cref="One"/>.</summary>
    public static Plan FirstPlan { get; } = Planner.Deploy(Staging, "local", World.Empty, One);

    /// <summary>From <see cref="One"/> to <see cref="Two"/>.</summary>
    public static Plan SecondPlan { get; } =
        Planner.Deploy(
            Staging,
            "local",
            World.Empty with
            {
                Blue = new SlotState(Slot.Blue, One, Instances: 1, Healthy: 1, Traffic: 100),
                GatewayPort = Staging.Port,
            },
            Two
        );

    static Revision Revision(string version, char digit) =>
        new($"sha256:{new string(digit, 64)}", version, new string(digit, 40), Dirty: false, "configuration");
}
