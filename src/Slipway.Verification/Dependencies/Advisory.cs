namespace Slipway.Verification.Dependencies;

/// <summary>A published vulnerability of a package that this repository uses.</summary>
/// <param name="Id">The last part of its address, for example <c>GHSA-5crp-9r3c-p9vr</c>.</param>
/// <param name="Severity">The source's word: Low, Moderate, High, Critical.</param>
/// <param name="Projects">The projects that use the package, directly or not; file names, sorted.</param>
public sealed record Advisory(
    string Id,
    string Package,
    string Version,
    string Severity,
    string Address,
    IReadOnlyList<string> Projects
);
