namespace Slipway.Releases;

/// <summary>
/// What a release's statements say, judged by what was downloaded: who signed them, that they are about this image, and that
/// each file that they name is the one that is published.
/// </summary>
/// <param name="clone">Knows which keys are trusted.</param>
/// <param name="directory">Where the files are.</param>
/// <param name="sums">The checksum of each, verified.</param>
sealed class StatementVerifier(
    ReleaseContext context,
    Git clone,
    string directory,
    IReadOnlyDictionary<string, string> sums
)
{
    /// <returns>What was verified, in a few words each.</returns>
    /// <exception cref="ReleaseException">Something is not as it should be.</exception>
    public async Task<IReadOnlyList<string>> VerifyAsync(CancellationToken cancellationToken)
    {
        var verified = new List<string>();
        foreach (var name in sums.Keys.Order(StringComparer.Ordinal))
        {
            var isSigned = name.EndsWith(DsseEnvelope.Extension, StringComparison.Ordinal);
            if (!isSigned && !name.EndsWith(StatementFile.Extension, StringComparison.Ordinal))
                continue;
            var content = await File.ReadAllBytesAsync(Path.Combine(directory, name), cancellationToken);
            if (!isSigned && context.IsSigned is true)
                throw context.NotVerified($"{name} is not signed, and the tag is");
            Check(name, isSigned ? await OpenAsync(name, content, cancellationToken) : content);
            verified.Add(isSigned ? "signed provenance" : "provenance, not signed");
        }

        return verified;
    }

    async Task<byte[]> OpenAsync(string name, byte[] content, CancellationToken cancellationToken)
    {
        var envelope = DsseEnvelope.Read(content) ?? throw context.NotVerified($"{name} is no signed statement");
        return
            await new PayloadSigner(clone).WhyNotVerifiedAsync(
                DsseEnvelope.ToSign(envelope.Payload),
                envelope.Signature,
                cancellationToken
            )
                is { } why
            ? throw context.NotVerified($"the signature of {name} does not verify: {why}")
            : envelope.Payload;
    }

    void Check(string name, byte[] statement)
    {
        var subjects =
            StatementFile.SubjectsOf(statement) ?? throw context.NotVerified($"{name} is no statement about files");
        if (!subjects.Values.Any(sum => context.Image.Digest.Is($"sha256:{sum}")))
            throw context.NotVerified($"{name} is not about the image {context.Image.ShortDigest}");
        foreach (var (file, sum) in subjects)
        {
            if (sums.TryGetValue(file, out var published) && !published.Is(sum))
                throw context.NotVerified($"{name} is about another {file} than the one that is published");
        }
    }
}
