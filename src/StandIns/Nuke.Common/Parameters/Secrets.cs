using System.Security.Cryptography;
using System.Text;
using Nuke.Common.Utilities;

namespace Nuke.Common.Execution;

/// <summary>
/// The secrets in parameter files: <c>v1:</c> and the Base64 of AES-256-CBC over UTF-8, with key and initialization vector
/// from PBKDF2 (SHA-256, 10 000 rounds) over the profile's password. Format and salt are NUKE's, so that its files read here.
/// </summary>
internal static class Secrets
{
    private const string Marker = "v1:";
    private const int Rounds = 10_000;

    // A fixed salt means equal passwords give equal keys: the format's weakness, kept to read what it wrote.
    private static readonly byte[] s_salt = "Ivan Medvedev"u8.ToArray();
    private static readonly Dictionary<ParameterFile, string> s_passwords = [];

    /// <exception cref="BuildInputException">The value is not encrypted, or the password is missing or wrong.</exception>
    public static RawValue Decrypt(RawValue raw, string name)
    {
        var file = raw.File!;
        if (!raw.Texts.All(IsEncrypted))
            throw new BuildInputException(
                $"'{name}' in {file.Path} is a secret in clear text. Remove it there, and enter it with ':secrets'."
            );

        var password = PasswordOf(file, name);
        return raw with { Texts = [.. raw.Texts.Select(Decrypted)], Json = null };

        string Decrypted(string text) =>
            TryDecrypt(text, password)
            ?? throw new BuildInputException(
                $"'{name}' in {file.Path} cannot be decrypted with the password given. "
                    + $"Is {VariableOf(file.Profile)} the one that it was encrypted with?"
            );
    }

    public static bool IsEncrypted(string text) => text.StartsWith(Marker, StringComparison.Ordinal);

    public static string Encrypt(string text, string password)
    {
        using var aes = CreateAes(password, out var vector);
        return Marker + Convert.ToBase64String(aes.EncryptCbc(Encoding.UTF8.GetBytes(text), vector));
    }

    /// <summary>The clear text, or null when it is damaged or the password is wrong.</summary>
    public static string? TryDecrypt(string text, string password)
    {
        try
        {
            using var aes = CreateAes(password, out var vector);
            var clear = aes.DecryptCbc(Convert.FromBase64String(text[Marker.Length..]), vector);
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(clear);
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    private static Aes CreateAes(string password, out byte[] vector)
    {
        var bytes = Rfc2898DeriveBytes.Pbkdf2(password, s_salt, Rounds, HashAlgorithmName.SHA256, outputLength: 48);
        var aes = Aes.Create();
        aes.Key = bytes[..32];
        vector = bytes[32..];
        return aes;
    }

    private static string PasswordOf(ParameterFile file, string name)
    {
        if (s_passwords.TryGetValue(file, out var known))
            return known;

        var password =
            ParameterSources.Current.FindText(Constants.GetProfilePasswordParameterName(file.Profile))
            ?? Prompt.ForSecret($"Enter password for {Constants.GetParametersFileName(file.Profile)}:")
            ?? throw new BuildInputException(
                $"'{name}' in {file.Path} is encrypted, and there is no terminal to ask for its password: "
                    + $"set {VariableOf(file.Profile)}, or give the value itself as NUKE_{name.SplitCamelHumpsWithKnownWords().JoinUnderscore().ToUpperInvariant()}."
            );
        SecretMasking.Add([password]);
        return s_passwords[file] = password;
    }

    /// <summary>The variable that holds the password of a profile's secrets.</summary>
    public static string VariableOf(string profile) =>
        profile is Constants.DefaultProfileName
            ? "NUKE_PARAMS_KEY"
            : $"NUKE_PARAMS_{profile.ToUpperInvariant().Replace('.', '_')}_KEY";
}
