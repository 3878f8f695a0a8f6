namespace Slipway.Releases.Compatibility.OpenApi;

/// <summary>How one kind of difference is judged.</summary>
/// <param name="Why">What happens to a client of the last release.</param>
public sealed record OpenApiRule(string Id, Impact Impact, string Why);
