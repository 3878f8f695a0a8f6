using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using TinyGallery.Api.Configuration;
using TinyGallery.Api.Data.Migrations;

namespace TinyGallery.UnitTests.Configuration;

public sealed class GallerySettingsTests
{
    [Fact]
    public void Nothing_set_is_a_service_that_can_be_read_and_not_written()
    {
        var settings = Read();

        settings.ApiKeySha256.Should().BeNull();
        settings.PermitsPerSecond.Should().Be(GallerySettings.DefaultPermitsPerSecond);
        settings.Environment.Should().BeNull();
        settings.Slot.Should().BeNull();
        settings.IsDevelopment.Should().BeFalse();
        settings.Urls.Should().Equal(new ListenAddress("http://localhost:5000"));
    }

    [Fact]
    public void A_hash_is_read_in_either_case()
    {
        var hash = SHA256.HashData("key"u8);

        Read(("Gallery:ApiKeySha256", Convert.ToHexString(hash))).ApiKeySha256.Should().Equal(hash);
        Read(("Gallery:ApiKeySha256", Convert.ToHexStringLower(hash) + " ")).ApiKeySha256.Should().Equal(hash);
    }

    [Theory]
    [InlineData("the-key-itself")]
    [InlineData("abc")]
    [InlineData("2c70e12b7a0646f92279f427c7b38e7334d8e5389cff167a1dc30e73f826b68")]
    [InlineData("2c70e12b7a0646f92279f427c7b38e7334d8e5389cff167a1dc30e73f826b6833")]
    [InlineData("2c70e12b7a0646f92279f427c7b38e7334d8e5389cff167a1dc30e73f826b683ff")]
    [InlineData("zz70e12b7a0646f92279f427c7b38e7334d8e5389cff167a1dc30e73f826b683")]
    public void What_is_no_hash_is_refused_without_being_repeated(string value)
    {
        var reading = () => Read(("Gallery:ApiKeySha256", value));

        reading
            .Should()
            .Throw<InvalidConfigurationException>()
            .Which.Message.Should()
            .Contain("Gallery__ApiKeySha256")
            .And.NotContain(value);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("many")]
    [InlineData("1000001")]
    public void A_rate_outside_its_range_is_refused(string value)
    {
        var reading = () => Read(("Gallery:RateLimit:PermitsPerSecond", value));

        reading.Should().Throw<InvalidConfigurationException>().WithMessage("*PermitsPerSecond*1 to 1000000*");
    }

    [Fact]
    public void A_migration_waits_five_times_five_seconds_for_a_lock_unless_it_is_told_otherwise()
    {
        Read().LockPatience.Should().Be(new LockPatience(TimeSpan.FromSeconds(5), 5, TimeSpan.FromSeconds(1)));

        var settings = Read(("Gallery:Migrations:LockTimeoutSeconds", "20"), ("Gallery:Migrations:Attempts", "2"));

        settings.LockPatience.Timeout.Should().Be(TimeSpan.FromSeconds(20));
        settings.LockPatience.Attempts.Should().Be(2);
    }

    [Fact]
    public void The_pauses_between_the_attempts_grow()
    {
        var pauses = Enumerable.Range(1, 4).Select(LockPatience.Default.PauseAfter);

        pauses.Should().Equal(new[] { 1, 2, 4, 8 }.Select(seconds => TimeSpan.FromSeconds(seconds)));
    }

    [Fact]
    public void The_own_name_of_the_environment_goes_before_the_deployers()
    {
        Read(("SLIPWAY_ENVIRONMENT", "staging")).Environment.Should().Be("staging");
        Read(("SLIPWAY_ENVIRONMENT", "staging"), ("Gallery:Environment", "demo")).Environment.Should().Be("demo");
    }

    static GallerySettings Read(params (string Name, string Value)[] settings) =>
        GallerySettings.Read(
            new ConfigurationBuilder()
                .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Name, (string?)s.Value)))
                .Build()
        );
}
