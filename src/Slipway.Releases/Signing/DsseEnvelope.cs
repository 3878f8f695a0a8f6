using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Slipway.Releases;

/// <summary>
/// A signed text (github.com/secure-systems-lab/dsse, envelope.md). The signature is what git's tags hold too: armored, of
/// SSH's or OpenPGP's form.
/// </summary>
/// <param name="Payload">An in-toto statement.</param>
/// <param name="Signature">With its armor.</param>
sealed record DsseEnvelope(byte[] Payload, string Signature)
{
    public const string PayloadType = "application/vnd.in-toto+json";

    /// <summary>What the files of in-toto's attestations are called (spec/v1/bundle.md): an envelope a line.</summary>
    public const string Extension = ".intoto.jsonl";

    /// <summary>The type's <c>+</c> as everybody writes it.</summary>
    static readonly JsonWriterOptions Form = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What is signed: "pre-authentication encoding" (protocol.md).</summary>
    public static byte[] ToSign(byte[] payload) =>
        [
            .. Encoding.UTF8.GetBytes(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"DSSEv1 {Encoding.UTF8.GetByteCount(PayloadType)} {PayloadType} {payload.Length} "
                )
            ),
            .. payload,
        ];

    public byte[] ToBytes()
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Form))
        {
            writer.WriteStartObject();
            writer.WriteString("payloadType", PayloadType);
            writer.WriteBase64String("payload", Payload);
            writer.WriteStartArray("signatures");
            writer.WriteStartObject();
            writer.WriteBase64String("sig", Encoding.UTF8.GetBytes(Signature));
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }

    /// <returns>Null: it is no envelope of one signature.</returns>
    public static DsseEnvelope? Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            if (
                !root.GetProperty("payloadType").ValueEquals(PayloadType)
                || root.GetProperty("signatures").GetArrayLength() != 1
            )
                return null;
            return new DsseEnvelope(
                root.GetProperty("payload").GetBytesFromBase64(),
                Encoding.UTF8.GetString(root.GetProperty("signatures")[0].GetProperty("sig").GetBytesFromBase64())
            );
        }
        catch (Exception failure)
            when (failure is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }
}
