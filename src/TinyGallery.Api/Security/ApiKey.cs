using System.Security.Cryptography;
using System.Text;

namespace TinyGallery.Api.Security;

/// <summary>The key that writes need. The service holds its hash alone, so no dump of it or its settings gives it away.</summary>
static class ApiKey
{
    public const string Header = "X-Api-Key";

    /// <summary>Compares in constant time: how long it takes says nothing about how much of a guess was right.</summary>
    public static bool Matches(ReadOnlySpan<byte> expectedSha256, string presented)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(presented), hash);
        return CryptographicOperations.FixedTimeEquals(expectedSha256, hash);
    }
}
