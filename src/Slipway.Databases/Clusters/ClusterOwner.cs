namespace Slipway.Databases.Clusters;

/// <summary>
/// The user a cluster runs as. PostgreSQL refuses to run as root; there, it is <c>nobody</c>, who owns nothing else.
/// </summary>
static class ClusterOwner
{
    const string Unprivileged = "nobody";

    /// <param name="owner">Empty: the user of this process.</param>
    /// <param name="missing">Why there is no such user, for a person.</param>
    public static bool TryFind(out string owner, out string missing)
    {
        missing = "";
        owner = "";
        if (!Environment.IsPrivilegedProcess)
            return true;

        owner = Unprivileged;
        if (OnSearchPath("setpriv"))
            return true;
        missing = "server binaries do not run as root, and setpriv (util-linux) is missing to run them as another user";
        return false;
    }

    internal static bool OnSearchPath(string command) =>
        Sources
            .BinaryDirectories.OfSearchPath(Environment.GetEnvironmentVariable("PATH"))
            .Any(directory => File.Exists(Path.Combine(directory, command)));
}
