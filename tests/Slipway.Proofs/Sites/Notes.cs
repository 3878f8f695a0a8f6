using Slipway.Delivery.Environments;

namespace Slipway.Proofs.Sites;

/// <summary>
/// The environment of the small test backend: it starts in a fraction of the time of the shipped one, keeps notes, and
/// has a long poll and a WebSocket.
/// </summary>
static class Notes
{
    public static EnvironmentSpec In(EnvironmentSpec spec, StrategyCase strategy) =>
        spec with
        {
            Strategy = strategy.Strategy,
            Instances = strategy.Instances,
            Service = new ServiceContract
            {
                DataSettings = new Dictionary<string, string>(StringComparer.Ordinal) { ["BACKEND_DATA"] = "{data}" },
            },
            SmokeChecks =
            [
                SmokeCheck.Get("/version") with
                {
                    JsonEquals = new Dictionary<string, string>(StringComparer.Ordinal)
                    {
                        ["version"] = SmokeCheck.WantedVersion,
                    },
                },
            ],
            DrainTimeout = TimeSpan.FromSeconds(10),
        };
}
