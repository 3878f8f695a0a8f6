using TinyGallery.Api.Configuration;

namespace TinyGallery.UnitTests.Configuration;

public sealed class ListenAddressTests
{
    [Theory]
    [InlineData("http://127.0.0.1:8080", "http://127.0.0.1:8080/")]
    [InlineData("http://0.0.0.0:8080", "http://127.0.0.1:8080/")]
    [InlineData("http://*:8080", "http://127.0.0.1:8080/")]
    [InlineData("http://+:8080", "http://127.0.0.1:8080/")]
    [InlineData("http://[::]:8080", "http://127.0.0.1:8080/")]
    [InlineData("http://localhost", "http://localhost/")]
    public void It_is_reached_from_the_same_machine(string url, string local)
    {
        new ListenAddress(url).Local().ToString().Should().Be(local);
    }

    [Fact]
    public void Several_are_separated_by_semicolons()
    {
        ListenAddress
            .ParseList("http://127.0.0.1:1; http://127.0.0.1:2")
            .Should()
            .Equal(new ListenAddress("http://127.0.0.1:1"), new ListenAddress("http://127.0.0.1:2"));
    }

    [Theory]
    [InlineData("127.0.0.1:8080")]
    [InlineData("https://127.0.0.1:8080")]
    [InlineData("ftp://127.0.0.1")]
    [InlineData("http://127.0.0.1:99999")]
    [InlineData("http://127.0.0.1:8080/path")]
    [InlineData("http://unix:/tmp/socket")]
    public void What_cannot_be_listened_on_is_refused(string url)
    {
        var parsing = () => ListenAddress.ParseList(url);

        parsing.Should().Throw<InvalidConfigurationException>().Which.Message.Should().Contain(url);
    }
}
