using Slipway.Delivery.Environments;
using Slipway.Delivery.Leases;
using Slipway.Delivery.Strategies;

namespace Slipway.Delivery.Tests.Support;

/// <summary>Values that a test does not care about.</summary>
static class Some
{
    // First, because the revisions below need it: fields are set in the order of the text.
    static readonly string s_configuration = ConfigurationDigest.Of(
        new Dictionary<string, string>(StringComparer.Ordinal)
    );

    public static readonly Revision V1 = Revision("1.0.0", '1');
    public static readonly Revision V2 = Revision("2.0.0", '2');
    public static readonly Revision V3 = Revision("3.0.0", '3');

    public static readonly LeaseHolder Ada = new("ada", "laptop", 4711);
    public static readonly LeaseHolder Bob = new("bob", "server", 4712);

    public static EnvironmentSpec Environment { get; } =
        new()
        {
            Name = "staging",
            Port = 8081,
            Strategy = new BlueGreen(),
            SmokeChecks = [SmokeCheck.Get("/version")],
        };

    public static Revision Revision(string version, char digit, bool dirty = false) =>
        new("sha256:" + new string(digit, 64), version, new string(digit, 40), dirty, s_configuration);

    public static World Serving(Revision live, Revision? kept = null) =>
        World.Empty with
        {
            GatewayPort = 8081,
            Blue = new SlotState(Slot.Blue, live, 1, 1, 100),
            Green = kept is null ? SlotState.Empty(Slot.Green) : new SlotState(Slot.Green, kept, 1, 1, 0),
            MigratedBy = live.Digest,
        };
}
