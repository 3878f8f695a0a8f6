namespace Slipway.Workflows;

/// <summary>
/// On a target's property: where the build has that component, the job gets each of its parameters that are secrets, as
/// <see cref="UsesSecretAttribute"/> says. Nothing fails without them: GitHub gives an empty text for a secret that nobody has
/// set.
/// </summary>
/// <param name="component">An interface whose parameters have NUKE's <c>[Secret]</c>.</param>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true)]
public sealed class UsesSecretsOfAttribute(Type component) : Attribute
{
    public Type Component => component;
}
