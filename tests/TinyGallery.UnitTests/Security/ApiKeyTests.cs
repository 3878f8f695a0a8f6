using System.Security.Cryptography;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using TinyGallery.Api.Security;

namespace TinyGallery.UnitTests.Security;

public sealed class ApiKeyTests
{
    [Fact]
    public void A_key_matches_its_own_hash_and_no_other()
    {
        Prop.ForAll<NonNull<string>, NonNull<string>>(
                (key, other) =>
                {
                    // A lone surrogate has no UTF-8: both texts become the replacement character.
                    var sameBytes = Encoding.UTF8.GetBytes(key.Get).SequenceEqual(Encoding.UTF8.GetBytes(other.Get));
                    return ApiKey.Matches(Hash(key.Get), key.Get)
                        && ApiKey.Matches(Hash(key.Get), other.Get) == sameBytes;
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Nothing_presented_is_no_key() => ApiKey.Matches(Hash("key"), "").Should().BeFalse();

    static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
