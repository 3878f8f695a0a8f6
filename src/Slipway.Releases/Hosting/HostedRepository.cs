namespace Slipway.Releases;

/// <summary>A repository where it is hosted.</summary>
/// <param name="Api">Where the host answers programs, for example <c>https://api.github.com/</c>; ends with a slash.</param>
/// <param name="Web">Where it answers people, for example <c>https://github.com/</c>; ends with a slash.</param>
public sealed record HostedRepository(Uri Api, Uri Web, string Owner, string Name)
{
    /// <summary>The repository's page.</summary>
    public Uri Page => new(Web, $"{Owner}/{Name}");

    public override string ToString() => $"{Owner}/{Name} at {Web.Authority}";
}
