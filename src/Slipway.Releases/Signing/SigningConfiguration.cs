namespace Slipway.Releases;

/// <summary>With what git signs and whom it trusts (git-config(1), <c>user.signingKey</c> and <c>gpg.*</c>).</summary>
/// <param name="directory">Where its programs run.</param>
/// <param name="values">By lower-case names; a path's <c>~</c> is the home directory.</param>
sealed class SigningConfiguration(string directory, IReadOnlyDictionary<string, string> values)
{
    public string Directory => directory;

    public string Format => Value("gpg.format") ?? "openpgp";

    public string SshProgram => Value("gpg.ssh.program") ?? "ssh-keygen";

    public string OpenPgpProgram => Value("gpg.openpgp.program") ?? Value("gpg.program") ?? "gpg";

    public string? SigningKey => Value("user.signingkey");

    /// <summary>Prints a key where <see cref="SigningKey"/> names none.</summary>
    public string? DefaultKeyCommand => Value("gpg.ssh.defaultkeycommand");

    public string? AllowedSigners => Value("gpg.ssh.allowedsignersfile");

    public string? Revoked => Value("gpg.ssh.revocationfile");

    /// <exception cref="ReleaseException">Git fails.</exception>
    public static async Task<SigningConfiguration> ReadAsync(Git git, CancellationToken cancellationToken)
    {
        string[] question = ["config", "-z", "--type=path", "--get-regexp", @"^(gpg\..*|user\.signingkey)$"];
        var answer = await git.AskAsync(cancellationToken, question);
        // 1: nothing of it is configured.
        if (answer.ExitCode > 1)
            throw git.Failed(question, answer.Error);
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in answer.Text.Split('\0', StringSplitOptions.RemoveEmptyEntries))
        {
            // The last one counts; one without a value has no line end.
            if (entry.Split('\n', 2) is [var name, var value])
                values[name] = value;
        }

        return new SigningConfiguration(git.Directory, values);
    }

    string? Value(string name) => values.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;
}
