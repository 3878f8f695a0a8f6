namespace Slipway.Releases;

/// <summary>
/// Who git says people are: their e-mail addresses. Nothing proves them, so what is built on this guards against haste and
/// mistakes, not against somebody who lies.
/// </summary>
public static class GitIdentity
{
    /// <summary>The address on commits that are made in this directory: <c>user.email</c>; null: none is configured.</summary>
    /// <exception cref="ReleaseException">Git is missing.</exception>
    public static async Task<string?> OfUserAsync(string root, CancellationToken cancellationToken = default) =>
        await LineAsync(root, cancellationToken, "config", "--get", "--default", "", "user.email");

    /// <summary>The address of the author of a commit; null: this repository does not have the commit.</summary>
    /// <exception cref="ReleaseException">Git is missing.</exception>
    public static async Task<string?> OfAuthorAsync(
        string root,
        string commit,
        CancellationToken cancellationToken = default
    )
    {
        // What git says of a commit that is not there differs between its versions; asked so, it is no failure.
        var found = await LineAsync(
            root,
            cancellationToken,
            "rev-list",
            "--max-count=1",
            "--ignore-missing",
            commit,
            "--"
        );
        return found is null
            ? null
            : await LineAsync(root, cancellationToken, "show", "--no-patch", "--format=%ae", found, "--");
    }

    static async Task<string?> LineAsync(string root, CancellationToken cancellationToken, params string[] arguments) =>
        await new Git(root).RunAsync(cancellationToken, arguments) is [var line, ..] ? line.Trim() : null;
}
