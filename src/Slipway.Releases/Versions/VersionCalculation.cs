namespace Slipway.Releases;

/// <summary>GitVersion 6's answer for a repository: see docs/versions.md.</summary>
public static class VersionCalculation
{
    /// <summary>Reads what the decision needs, and decides.</summary>
    /// <exception cref="ReleaseException">
    /// The repository or its configuration does not allow a version to be made; the message says what to do.
    /// </exception>
    public static async Task<CalculatedVersion> RunAsync(
        VersionRequest request,
        CancellationToken cancellationToken = default
    )
    {
        var git = new Git(request.Directory);
        var asked = GitReferences.ReadAsync(git, cancellationToken);
        var checkout = await GitCheckout.ReadAsync(git, cancellationToken);
        var file = ConfigurationFile.Find(git.Directory, checkout.Root, request.ConfigurationFile);
        var configuration = ConfigurationReader.Read(file, request.Overrides);
        return await new Calculation(git, request, checkout, await asked, configuration, file).RunAsync(
            cancellationToken
        );
    }

    /// <summary>The configuration that decides there, as GitVersion's <c>/showconfig</c> prints it.</summary>
    /// <exception cref="ReleaseException">There is no repository, or the configuration is wrong.</exception>
    public static async Task<string> ConfigurationAsync(
        VersionRequest request,
        CancellationToken cancellationToken = default
    )
    {
        var git = new Git(request.Directory);
        var cdup = await git.RunAsync(cancellationToken, "rev-parse", "--show-cdup");
        var root = cdup is [var up, ..] ? Path.GetFullPath(up, git.Directory) : git.Directory;
        var file = ConfigurationFile.Find(git.Directory, root, request.ConfigurationFile);
        return ConfigurationText.Write(ConfigurationReader.Read(file, request.Overrides));
    }
}
