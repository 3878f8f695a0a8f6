namespace Slipway.Verification.Dependencies;

/// <summary>Asks the configured package sources for advisories.</summary>
public static class DependencyAudit
{
    /// <param name="project">A solution or project file; the .NET SDK restores it, as of version 10.</param>
    /// <exception cref="VerificationException">dotnet is missing or printed what it should not.</exception>
    public static async Task<AuditVerdict> RunAsync(string project, CancellationToken cancellationToken = default)
    {
        using var http = new HttpClient();
        return await RunAsync(project, http, cancellationToken);
    }

    internal static async Task<AuditVerdict> RunAsync(
        string project,
        HttpClient http,
        CancellationToken cancellationToken
    )
    {
        var path = Path.GetFullPath(project);
        if (!File.Exists(path))
            throw new VerificationException($"{path}: no such solution or project");
        // The client's configuration depends on the directory: it is looked for from there up.
        var directory = Path.GetDirectoryName(path)!;

        // dotnet itself answers "no vulnerable packages" from a source that has no data: so the sources are asked first.
        var sources = await Command.RunAsync(
            "dotnet",
            ["nuget", "list", "source", "--format", "short"],
            directory,
            cancellationToken
        );
        if (sources.ExitCode != 0)
            return new AuditVerdict.NotChecked($"dotnet cannot list the package sources: {sources.Complaint}")
            {
                MayPass = true,
            };
        var enabled = VulnerabilitySources.Parse(sources.Output);
        if (await VulnerabilitySources.WhyNoneAsync(enabled, http, cancellationToken) is { } nothing)
            return nothing;

        var listing = await Command.RunAsync(
            "dotnet",
            ["list", path, "package", "--vulnerable", "--include-transitive", "--format", "json"],
            directory,
            cancellationToken
        );
        if (listing.ExitCode != 0)
            return new AuditVerdict.NotChecked($"dotnet cannot list the packages: {listing.Complaint}")
            {
                MayPass = true,
            };
        var advisories = PackageListing.Parse(listing.Output);
        return advisories.Count == 0 ? new AuditVerdict.None() : new AuditVerdict.Known(advisories);
    }
}
