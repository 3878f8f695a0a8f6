namespace Slipway.Protocol.Processes;

/// <summary>
/// What a process that outlives the build takes along from the build's environment: what programs need to run at all, and
/// nothing else, so that no secret of a deployer's shell ends up in an instance.
/// </summary>
public static class InheritedEnvironment
{
    static readonly string[] Names =
    [
        "PATH",
        "HOME",
        "USER",
        "LOGNAME",
        "LANG",
        "LC_ALL",
        "TZ",
        "TMPDIR",
        "LD_LIBRARY_PATH",
        "SSL_CERT_FILE",
        "SSL_CERT_DIR",
        "DOTNET_ROOT",
        "DOTNET_HOST_PATH",
        "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT",
    ];

    /// <summary>Those of the variables that are set in this process.</summary>
    public static IReadOnlyDictionary<string, string> Read() =>
        Names
            .Select(name => KeyValuePair.Create(name, Environment.GetEnvironmentVariable(name)))
            .Where(pair => pair.Value is not null)
            .ToDictionary(pair => pair.Key, pair => pair.Value!, StringComparer.Ordinal);
}
