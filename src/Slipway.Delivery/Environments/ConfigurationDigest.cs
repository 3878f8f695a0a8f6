using Slipway.Delivery.State;

namespace Slipway.Delivery.Environments;

/// <summary>
/// Tells two configurations apart without keeping their values: settings may hold a password, and a plan is a file.
/// </summary>
public static class ConfigurationDigest
{
    /// <summary>SHA-256 of the settings' canonical JSON, as <c>sha256:…</c>; the order of the settings does not count.</summary>
    public static string Of(IReadOnlyDictionary<string, string> settings) =>
        "sha256:" + CanonicalJson.Sha256(CanonicalJson.Write(settings));
}
