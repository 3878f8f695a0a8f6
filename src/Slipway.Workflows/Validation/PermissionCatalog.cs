using Slipway.Workflows.Model;

namespace Slipway.Workflows.Validation;

/// <summary>The scopes of <c>GITHUB_TOKEN</c> (GitHub's workflow schema, workflow-v1.0.json).</summary>
static class PermissionCatalog
{
    static readonly Access[] Any = [Access.None, Access.Read, Access.Write];
    static readonly Access[] ReadOnly = [Access.None, Access.Read];
    static readonly Access[] WriteOnly = [Access.None, Access.Write];

    public static IReadOnlyDictionary<string, IReadOnlyList<Access>> Scopes { get; } =
        new Dictionary<string, IReadOnlyList<Access>>(StringComparer.Ordinal)
        {
            ["actions"] = Any,
            ["artifact-metadata"] = Any,
            ["attestations"] = Any,
            ["checks"] = Any,
            ["code-quality"] = Any,
            ["contents"] = Any,
            ["copilot-requests"] = WriteOnly,
            ["deployments"] = Any,
            ["discussions"] = Any,
            ["drives"] = Any,
            ["id-token"] = WriteOnly,
            ["issues"] = Any,
            ["models"] = ReadOnly,
            ["packages"] = Any,
            ["pages"] = Any,
            ["pull-requests"] = Any,
            ["repository-projects"] = Any,
            ["security-events"] = Any,
            ["statuses"] = Any,
            ["vulnerability-alerts"] = ReadOnly,
        };
}
