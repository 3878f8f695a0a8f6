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

    public string? Secret(string name) => Environment.GetEnvironmentVariable(name) ?? Parameter(name);

    public string? Variable(string name) =>
        Environment.GetEnvironmentVariable(name)
        ?? (name is State ? (build as IHazState)?.StateDirectory.Path ?? build.RootDirectory / ".slipway" : null);

    string? Parameter(string name)
    {
        var letters = name.Replace("_", "", StringComparison.Ordinal);
        var members = build.GetType().GetInterfaces().Prepend(build.GetType());
        return members
                .SelectMany(type =>
                    type.GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
                )
                .FirstOrDefault(property =>
                    property.IsDefined(typeof(SecretAttribute))
                    && property.Name.Equals(letters, StringComparison.OrdinalIgnoreCase)
                )
                ?.GetValue(build) as string;
    }
}
