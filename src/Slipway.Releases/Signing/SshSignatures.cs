namespace Slipway.Releases;

/// <summary>SSH's signatures (ssh-keygen(1), -Y; github.com/openssh/openssh-portable, PROTOCOL.sshsig).</summary>
static class SshSignatures
{
    /// <summary>What they are for: a statement's is not taken for a tag's, whose namespace is <c>git</c>.</summary>
    public const string Namespace = "provenance@slipway.dev";

    public static bool Is(string signature) =>
        signature.StartsWith("-----BEGIN SSH SIGNATURE-----", StringComparison.Ordinal);

    /// <exception cref="ReleaseException">It cannot be signed; with the reason.</exception>
    public static async Task<string> SignAsync(
        SigningConfiguration configuration,
        byte[] payload,
        CancellationToken cancellationToken
    )
    {
        var key = configuration.SigningKey ?? await DefaultKeyAsync(configuration, cancellationToken);
        var directory = Directory.CreateTempSubdirectory("slipway-key-").FullName;
        try
        {
            string[] where = [key];
            if (Literal(key) is { } literal)
            {
                var file = Path.Combine(directory, "key.pub");
                await File.WriteAllTextAsync(file, literal + "\n", cancellationToken);
                where = [file, "-U"];
            }

            return await SigningTool.SignAsync(
                configuration.SshProgram,
                ["-Y", "sign", "-n", Namespace, "-f", .. where],
                configuration.Directory,
                payload,
                cancellationToken
            );
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    /// <param name="file">The signature.</param>
    /// <returns>Null: it is good, and of a key that is trusted.</returns>
    public static async Task<string?> WhyNotVerifiedAsync(
        SigningConfiguration configuration,
        byte[] payload,
        string file,
        CancellationToken cancellationToken
    )
    {
        if (configuration.AllowedSigners is not { } signers)
            return "gpg.ssh.allowedSignersFile names no file with the keys that are trusted";
        var found = await RunAsync(["find-principals", "-f", signers], []);
        var why = found.Said;
        foreach (
            var principal in found.Output.Split(
                '\n',
                StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
            )
        )
        {
            string[] revoked = configuration.Revoked is { } list ? ["-r", list] : [];
            var verdict = await RunAsync(
                ["verify", "-n", Namespace, "-f", signers, "-I", principal, .. revoked],
                payload
            );
            if (verdict.IsGood)
                return null;
            why = verdict.Said;
        }

        return $"no key that is trusted has made it: {why}";

        Task<ToolAnswer> RunAsync(string[] arguments, byte[] input) =>
            SigningTool.RunAsync(
                configuration.SshProgram,
                ["-Y", .. arguments, "-s", file],
                configuration.Directory,
                input,
                cancellationToken
            );
    }

    static async Task<string> DefaultKeyAsync(SigningConfiguration configuration, CancellationToken cancellationToken)
    {
        if (configuration.DefaultKeyCommand is not { } command)
            throw new ReleaseException("Neither user.signingkey nor gpg.ssh.defaultKeyCommand names a key.");
        var answer = await SigningTool.RunAsync("sh", ["-c", command], configuration.Directory, [], cancellationToken);
        return answer.IsGood && answer.Output.Split('\n') is [{ Length: > 0 } first, ..]
            ? first.Trim()
            : throw new ReleaseException($"gpg.ssh.defaultKeyCommand prints no key: {answer.Said}.");
    }

    /// <summary>A key itself, whose private half an agent has, instead of a file's path.</summary>
    static string? Literal(string key) =>
        key.StartsWith("key::", StringComparison.Ordinal) ? key["key::".Length..]
        : key.StartsWith("ssh-", StringComparison.Ordinal) ? key
        : null;
}
