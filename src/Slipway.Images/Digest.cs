using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Slipway.Images;

/// <summary>
/// The SHA-256 of some content, written <c>sha256:</c> and 64 lower-case hexadecimal digits (OCI image-spec 1.1,
/// descriptor.md, Digests). Other algorithms are refused: nobody writes them, and a second one doubles every test.
/// </summary>
[JsonConverter(typeof(DigestJson))]
public sealed record Digest
{
    const string Prefix = "sha256:";
    static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    Digest(string hex) => Hex = hex;

    /// <summary>The 64 lower-case hexadecimal digits.</summary>
    public string Hex { get; }

    /// <summary>The first twelve digits: for people, never for comparison.</summary>
    public string Abbreviated => Hex[..12];

    public override string ToString() => Prefix + Hex;

    public static Digest Of(ReadOnlySpan<byte> content) => FromHash(SHA256.HashData(content));

    public static Digest Of(Stream content) => FromHash(SHA256.HashData(content));

    /// <exception cref="ImageException">It is not a SHA-256 digest.</exception>
    public static Digest Parse(string text) =>
        TryParse(text, out var digest)
            ? digest
            : throw new ImageException(
                $"'{text}' is not a digest: it must be 'sha256:' and 64 lower-case hexadecimal digits."
            );

    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Digest? digest)
    {
        digest =
            text is not null
            && text.Length == Prefix.Length + (2 * SHA256.HashSizeInBytes)
            && text.StartsWith(Prefix, StringComparison.Ordinal)
            && text.AsSpan(Prefix.Length).IndexOfAnyExcept(HexDigits) < 0
                ? new Digest(text[Prefix.Length..])
                : null;
        return digest is not null;
    }

    internal static Digest FromHash(ReadOnlySpan<byte> hash) => new(Convert.ToHexStringLower(hash));
}

/// <summary>A digest is a string in JSON.</summary>
sealed class DigestJson : JsonConverter<Digest>
{
    public override Digest Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Digest.Parse(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, Digest value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
