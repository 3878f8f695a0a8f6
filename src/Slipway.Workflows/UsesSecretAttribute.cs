namespace Slipway.Workflows;

/// <summary>
/// On a target's property: a parameter whose value is a secret. The job gets the secret of that name in upper case and
/// snakes (<c>RegistryPassword</c>: <c>REGISTRY_PASSWORD</c>), and only in an environment.
/// </summary>
/// <param name="parameter">The parameter's name, by <c>nameof</c>.</param>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true)]
public sealed class UsesSecretAttribute(string parameter) : Attribute
{
    public string Parameter => parameter;

    /// <summary>
    /// The parameter takes the token that GitHub makes for the job (<c>github.token</c>): nothing is stored, and what it
    /// may do <see cref="NeedsPermissionAttribute"/> says.
    /// </summary>
    public bool IsJobToken { get; init; }
}
