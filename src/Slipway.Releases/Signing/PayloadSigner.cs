namespace Slipway.Releases;

/// <summary>
/// Signs and verifies texts with the key and the programs that git is configured for, as git does its tags; git itself signs
/// nothing but its own objects.
/// </summary>
sealed class PayloadSigner(Git git)
{
    SigningConfiguration? _configuration;

    /// <summary>Signs and verifies something that nobody sees. Null: both work.</summary>
    public async Task<string?> WhyNotAsync(CancellationToken cancellationToken)
    {
        var probe = "Can a file be signed?"u8.ToArray();
        try
        {
            var signature = await SignAsync(probe, cancellationToken);
            return await WhyNotVerifiedAsync(probe, signature, cancellationToken) is { } why
                ? $"it signs files, and does not verify them: {why}"
                : null;
        }
        catch (ReleaseException failure)
        {
            return failure.Message.TrimEnd('.');
        }
    }

    /// <returns>The signature with its armor.</returns>
    /// <exception cref="ReleaseException">It cannot be signed; with the reason.</exception>
    public async Task<string> SignAsync(byte[] payload, CancellationToken cancellationToken)
    {
        var configuration = await ConfigurationAsync(cancellationToken);
        return configuration.Format switch
        {
            "ssh" => await SshSignatures.SignAsync(configuration, payload, cancellationToken),
            "openpgp" => await OpenPgpSignatures.SignAsync(
                configuration,
                configuration.SigningKey ?? await CommitterAsync(cancellationToken),
                payload,
                cancellationToken
            ),
            var other => throw new ReleaseException(
                $"Files are signed with keys of SSH or OpenPGP, and gpg.format is '{other}'."
            ),
        };
    }

    /// <summary>The signature's verdict; null: it is good, by the keys that git trusts.</summary>
    public async Task<string?> WhyNotVerifiedAsync(
        byte[] payload,
        string signature,
        CancellationToken cancellationToken
    )
    {
        var configuration = await ConfigurationAsync(cancellationToken);
        var directory = Directory.CreateTempSubdirectory("slipway-signature-").FullName;
        try
        {
            var file = Path.Combine(directory, "signature");
            await File.WriteAllTextAsync(file, signature, cancellationToken);
            // Of which kind it is says the signature itself, as with tags.
            return SshSignatures.Is(signature)
                ? await SshSignatures.WhyNotVerifiedAsync(configuration, payload, file, cancellationToken)
                : await OpenPgpSignatures.WhyNotVerifiedAsync(configuration, payload, file, cancellationToken);
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    async Task<SigningConfiguration> ConfigurationAsync(CancellationToken cancellationToken) =>
        _configuration ??= await SigningConfiguration.ReadAsync(git, cancellationToken);

    /// <summary>Name and address, by which GnuPG finds a key as git lets it.</summary>
    async Task<string> CommitterAsync(CancellationToken cancellationToken)
    {
        var identity = (await git.RunAsync(cancellationToken, "var", "GIT_COMMITTER_IDENT"))[0];
        return identity[..(identity.LastIndexOf('>') + 1)];
    }
}
