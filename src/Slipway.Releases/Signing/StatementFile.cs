using System.Text.Json;

namespace Slipway.Releases;

/// <summary>
/// A statement about a release (github.com/in-toto/attestation, spec/v1/statement.md), published as it is, or in an envelope
/// where the tag is signed.
/// </summary>
static class StatementFile
{
    /// <summary>What the files of statements that nobody has signed are called.</summary>
    public const string Extension = ".provenance.json";

    /// <summary>What is published instead of a statement when it is signed.</summary>
    public static string EnvelopeOf(string statement) =>
        statement[..statement.IndexOf('.', StringComparison.Ordinal)] + DsseEnvelope.Extension;

    /// <summary>
    /// Writes the envelope of a statement. One that is there, of the same statement and with a good signature, is left: not
    /// every key signs the same way twice, and what is uploaded must not change.
    /// </summary>
    /// <returns>Its path.</returns>
    public static async Task<string> SignAsync(
        string statement,
        string directory,
        PayloadSigner signer,
        CancellationToken cancellationToken
    )
    {
        var payload = await File.ReadAllBytesAsync(statement, cancellationToken);
        var signed = DsseEnvelope.ToSign(payload);
        var path = Path.Combine(directory, EnvelopeOf(Path.GetFileName(statement)));
        if (
            File.Exists(path)
            && DsseEnvelope.Read(await File.ReadAllBytesAsync(path, cancellationToken)) is { } there
            && there.Payload.AsSpan().SequenceEqual(payload)
            && await signer.WhyNotVerifiedAsync(signed, there.Signature, cancellationToken) is null
        )
            return path;
        var envelope = new DsseEnvelope(payload, await signer.SignAsync(signed, cancellationToken));
        await WriteAsync(path, envelope.ToBytes(), cancellationToken);
        return path;
    }

    /// <summary>The SHA-256 of each subject, by its name; null: it is no statement.</summary>
    public static IReadOnlyDictionary<string, string>? SubjectsOf(ReadOnlyMemory<byte> statement)
    {
        try
        {
            using var document = JsonDocument.Parse(statement);
            return document
                .RootElement.GetProperty("subject")
                .EnumerateArray()
                .ToDictionary(
                    subject => subject.GetProperty("name").GetString()!,
                    subject => subject.GetProperty("digest").GetProperty("sha256").GetString()!,
                    StringComparer.Ordinal
                );
        }
        catch (Exception failure)
            when (failure is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    static async Task WriteAsync(string path, byte[] content, CancellationToken cancellationToken)
    {
        var aside = path + ".tmp";
        await using (var file = File.Create(aside))
        {
            await file.WriteAsync(content, cancellationToken);
            file.Flush(flushToDisk: true);
        }

        File.Move(aside, path, overwrite: true);
    }
}
