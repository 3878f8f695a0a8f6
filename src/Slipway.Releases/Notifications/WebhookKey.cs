using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Slipway.Releases;

/// <summary>
/// Signs and verifies webhooks by Standard Webhooks (standardwebhooks.com, version 1): HMAC-SHA256 over
/// <c>id.timestamp.body</c>, in base64. The timestamp is part of what is signed, so an old message cannot be replayed as a
/// new one.
/// </summary>
public sealed class WebhookKey
{
    /// <summary>Header: the same for every attempt to deliver one message.</summary>
    public const string IdHeader = "webhook-id";

    /// <summary>Header: when this attempt was made, in seconds since 1970.</summary>
    public const string TimestampHeader = "webhook-timestamp";

    /// <summary>Header: signatures, divided by spaces, each <c>v1,</c> and base64.</summary>
    public const string SignatureHeader = "webhook-signature";

    /// <summary>A message whose timestamp is further away than this, either way, is refused: 5 minutes.</summary>
    public static readonly TimeSpan ReplayWindow = TimeSpan.FromMinutes(5);

    const string Prefix = "whsec_";
    const int LeastBytes = 24;

    readonly byte[] _key;

    WebhookKey(byte[] key)
    {
        _key = key;
    }

    /// <param name="secret"><c>whsec_</c> and at least 24 bytes in base64.</param>
    /// <exception cref="ReleaseException">It is none.</exception>
    public static WebhookKey Parse(string secret)
    {
        var text = secret.Trim();
        var key = new byte[text.Length];
        return
            text.StartsWith(Prefix, StringComparison.Ordinal)
            && Convert.TryFromBase64String(text[Prefix.Length..], key, out var count)
            && count >= LeastBytes
            ? new WebhookKey(key[..count])
            : throw new ReleaseException(
                $"The webhook's secret is not {Prefix} and at least {LeastBytes} bytes in base64. "
                    + "Make one: echo whsec_$(openssl rand -base64 32)"
            );
    }

    /// <summary>The value of the header <see cref="SignatureHeader"/>.</summary>
    public string Sign(string id, DateTimeOffset at, ReadOnlySpan<byte> body) =>
        $"v1,{Convert.ToBase64String(Hash(id, at.ToUnixTimeSeconds(), body))}";

    /// <summary>
    /// Whether a message is from whoever knows the secret, and fresh. Within the window, remember the ids that came: a
    /// message may be delivered more than once.
    /// </summary>
    /// <param name="timestamp">The header <see cref="TimestampHeader"/> as it came.</param>
    /// <param name="signatures">The header <see cref="SignatureHeader"/> as it came.</param>
    public bool Verify(string id, string timestamp, string signatures, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            return false;
        if (Math.Abs(now.ToUnixTimeSeconds() - seconds) > ReplayWindow.TotalSeconds)
            return false;
        var expected = Hash(id, seconds, body);
        return signatures.Split(' ').Any(signature => IsSame(signature, expected));
    }

    static bool IsSame(string signature, byte[] expected)
    {
        var given = new byte[signature.Length];
        return signature.StartsWith("v1,", StringComparison.Ordinal)
            && Convert.TryFromBase64String(signature["v1,".Length..], given, out var count)
            && CryptographicOperations.FixedTimeEquals(given.AsSpan(0, count), expected);
    }

    byte[] Hash(string id, long seconds, ReadOnlySpan<byte> body)
    {
        var head = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{seconds}."));
        byte[] signed = [.. head, .. body];
        return HMACSHA256.HashData(_key, signed);
    }

    public override string ToString() => "***";
}
