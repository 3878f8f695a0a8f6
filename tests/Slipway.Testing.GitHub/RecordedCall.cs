namespace Slipway.Testing.GitHub;

/// <summary>A request as it arrived.</summary>
/// <param name="Number">From 0, in the order of arrival: what <see cref="GitHubServer.Inject(int, Fault)"/> takes.</param>
/// <param name="Operation">GitHub's name for it, for example <c>repos/create-release</c>; <c>storage</c> for the content of an asset.</param>
public sealed record RecordedCall(int Number, string Method, string Path, string Operation)
{
    /// <summary>The fault that it met; null: none.</summary>
    public Fault? Fault { get; init; }

    /// <summary>Asking alone changes nothing.</summary>
    public bool IsWrite => Method is not "GET";

    public override string ToString() => $"{Number} {Operation}";
}
