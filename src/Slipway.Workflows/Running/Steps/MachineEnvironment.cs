using System.Collections.Immutable;

namespace Slipway.Workflows.Running;

/// <summary>
/// What a job gets of the variables of whoever started it: where programs are, the language, the way out to the network,
/// and what the .NET SDK needs. Nothing else: what happens to be set in a shell is no part of a workflow, and neither is
/// a secret in it.
/// </summary>
public static class MachineEnvironment
{
    /// <summary>Compared without case, for proxies are written both ways.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. "PATH HOME USER LOGNAME SHELL LANG LC_ALL TZ TMPDIR".Split(' '),
        .. "HTTP_PROXY HTTPS_PROXY NO_PROXY ALL_PROXY".Split(' '),
        .. "SSL_CERT_FILE SSL_CERT_DIR CURL_CA_BUNDLE GIT_SSL_CAINFO NODE_EXTRA_CA_CERTS".Split(' '),
        .. "DOTNET_ROOT DOTNET_CLI_HOME DOTNET_CLI_TELEMETRY_OPTOUT DOTNET_NOLOGO".Split(' '),
        .. "DOTNET_GENERATE_ASPNET_CERTIFICATE DOTNET_SYSTEM_GLOBALIZATION_INVARIANT".Split(' '),
        .. "NUGET_PACKAGES NUGET_HTTP_CACHE_PATH NUGET_CERT_REVOCATION_MODE MSBUILDDISABLENODEREUSE".Split(' '),
    ];

    static readonly HashSet<string> Known = new(Names, StringComparer.OrdinalIgnoreCase);

    /// <param name="all">All variables of this process.</param>
    public static ImmutableSortedDictionary<string, string> Of(IEnumerable<KeyValuePair<string, string>> all) =>
        StepEnvironment.Empty.SetItems(all.Where(variable => Known.Contains(variable.Key)));

    /// <summary>The passwords in the addresses of proxies: to be masked.</summary>
    public static IEnumerable<string> SecretsIn(IReadOnlyDictionary<string, string> environment) =>
        environment
            .Where(variable => variable.Key.EndsWith("_PROXY", StringComparison.OrdinalIgnoreCase))
            .Select(variable =>
                Uri.TryCreate(variable.Value, UriKind.Absolute, out var address) ? address.UserInfo : ""
            )
            .Select(user => user.IndexOf(':', StringComparison.Ordinal) is var at and >= 0 ? user[(at + 1)..] : "")
            .Where(password => password.Length > 0);
}
