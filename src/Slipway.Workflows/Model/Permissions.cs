namespace Slipway.Workflows.Model;

public enum Access
{
    None,
    Read,
    Write,
}

/// <summary>What <c>GITHUB_TOKEN</c> may do: everything of one access, or scope by scope with nothing else.</summary>
/// <param name="All">Read for <c>read-all</c>, Write for <c>write-all</c>; null takes the scopes.</param>
/// <param name="Scopes">By GitHub's name, for example <c>contents</c>; an entry's comment says why it is needed.</param>
public sealed record Permissions(Access? All, ValueMap<Access> Scopes)
{
    /// <summary>Nothing at all: <c>permissions: {}</c>.</summary>
    public static Permissions None { get; } = new(null, []);

    public static Permissions ReadAll { get; } = new(Access.Read, []);

    public static Permissions WriteAll { get; } = new(Access.Write, []);

    public static Permissions Of(ValueMap<Access> scopes) => new(null, scopes);
}
