namespace Slipway.Releases;

/// <summary>OpenPGP's signatures, made and judged by GnuPG as git calls it (gpg(1)).</summary>
static class OpenPgpSignatures
{
    /// <param name="key">Its id, or name and address.</param>
    /// <exception cref="ReleaseException">It cannot be signed; with the reason.</exception>
    public static Task<string> SignAsync(
        SigningConfiguration configuration,
        string key,
        byte[] payload,
        CancellationToken cancellationToken
    ) =>
        SigningTool.SignAsync(
            configuration.OpenPgpProgram,
            ["--status-fd=2", "-bsau", key],
            configuration.Directory,
            payload,
            cancellationToken
        );

    /// <param name="file">The signature.</param>
    /// <returns>Null: it is good, and of a key in the key ring that is neither expired nor revoked.</returns>
    public static async Task<string?> WhyNotVerifiedAsync(
        SigningConfiguration configuration,
        byte[] payload,
        string file,
        CancellationToken cancellationToken
    )
    {
        var answer = await SigningTool.RunAsync(
            configuration.OpenPgpProgram,
            ["--status-fd=1", "--keyid-format=long", "--verify", file, "-"],
            configuration.Directory,
            payload,
            cancellationToken
        );
        return answer.IsGood && answer.Output.Contains("[GNUPG:] GOODSIG ", StringComparison.Ordinal)
            ? null
            : answer.Said;
    }
}
