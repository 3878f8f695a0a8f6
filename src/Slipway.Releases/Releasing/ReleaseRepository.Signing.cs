namespace Slipway.Releases;

/// <summary>Signatures, made and judged by git's own configuration.</summary>
sealed partial class ReleaseRepository
{
    /// <summary>For what is no object of git's.</summary>
    public PayloadSigner Signer { get; } = new(git);

    /// <summary>The signature's verdict, by git's own configuration; null: it is good.</summary>
    public async Task<string?> WhyNotVerifiedAsync(string tag, CancellationToken cancellationToken)
    {
        var answer = await git.AskAsync(cancellationToken, "verify-tag", tag);
        return answer.IsGood ? null : OneLine(answer.Error);
    }

    /// <summary>
    /// Signs and verifies something that no name leads to, which git's housekeeping removes: what a tag needs is known to
    /// be there before the first change. Null: both work.
    /// </summary>
    public async Task<string?> WhyNotSigningAsync(CancellationToken cancellationToken)
    {
        var signed = await git.AskAsync(
            cancellationToken,
            "commit-tree",
            "-S",
            "-m",
            "Can a tag be signed?",
            "HEAD^{tree}"
        );
        if (!signed.IsGood)
            return OneLine(signed.Error);
        var verified = await git.AskAsync(cancellationToken, "verify-commit", signed.Line);
        return verified.IsGood ? null : $"it signs, and does not verify: {OneLine(verified.Error)}";
    }

    static string OneLine(string said) =>
        string.Join("; ", said.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
