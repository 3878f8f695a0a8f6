using Slipway.Workflows.Model;
using Slipway.Workflows.Writing;

namespace Slipway.Workflows.Validation;

static class PermissionRules
{
    public static IEnumerable<Problem> Check(Permissions? permissions, string path)
    {
        foreach (var (scope, access, _) in permissions?.Scopes ?? [])
        {
            if (!PermissionCatalog.Scopes.TryGetValue(scope, out var allowed))
                yield return new Problem($"{path}.{scope}", $"there is no permission '{scope}'");
            else if (!allowed.Contains(access))
            {
                var words = string.Join(" or ", allowed.Select(word => Words.Of<Access>(word)));
                yield return new Problem($"{path}.{scope}", $"'{scope}' is {words}, never {Words.Of<Access>(access)}");
            }
        }
    }
}
