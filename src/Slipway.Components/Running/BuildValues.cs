using System.Reflection;
using Nuke.Common;
using Slipway.Workflows.Running.Runs;

namespace Slipway.Components.Running;

/// <summary>
/// A workflow's secrets and variables: from the environment, by their names; a secret also from the build's parameter of
/// that name, which may stand encrypted in <c>.nuke/parameters.json</c>.
/// </summary>
sealed class BuildValues(IRunWorkflow build) : IRunValues
{
    const string State = "SLIPWAY_STATE";

    public string? Secret(string name) =>
        Environment.GetEnvironmentVariable(name) ?? Parameter(name) ?? (IsForNotices(name) ? "" : null);

    public string? Variable(string name) =>
        Environment.GetEnvironmentVariable(name)
        ?? (name is State ? (build as IHazState)?.StateDirectory.Path ?? build.RootDirectory / ".slipway" : null);

    /// <summary>Nobody has to be told: without an address nothing is sent, here as on GitHub.</summary>
    bool IsForNotices(string name) =>
        build is IHazNotifications && Array.Exists(typeof(IHazNotifications).GetProperties(), x => IsNamed(x, name));

    static bool IsNamed(PropertyInfo parameter, string secret) =>
        parameter.Name.Equals(secret.Replace("_", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);

    string? Parameter(string name)
    {
        var members = build.GetType().GetInterfaces().Prepend(build.GetType());
        return members
                .SelectMany(type =>
                    type.GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
                )
                .FirstOrDefault(property => property.IsDefined(typeof(SecretAttribute)) && IsNamed(property, name))
                ?.GetValue(build) as string;
    }
}
