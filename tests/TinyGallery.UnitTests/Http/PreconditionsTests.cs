using Microsoft.AspNetCore.Http;
using TinyGallery.Api.Http;

namespace TinyGallery.UnitTests.Http;

public sealed class PreconditionsTests
{
    [Theory]
    [InlineData(null, 428)]
    [InlineData("\"7\"", null)]
    [InlineData("*", null)]
    [InlineData("\"6\", \"7\"", null)]
    [InlineData("\"6\"", 412)]
    [InlineData("W/\"7\"", 412)]
    [InlineData("7", 400)]
    [InlineData("", 400)]
    public void A_change_needs_the_tag_of_the_current_version(string? ifMatch, int? status)
    {
        var request = new DefaultHttpContext().Request;
        if (ifMatch is not null)
            request.Headers.IfMatch = ifMatch;

        (Preconditions.Check(request, version: 7)?.StatusCode).Should().Be(status);
    }

    [Theory]
    [InlineData("\"7\"", true)]
    [InlineData("W/\"7\"", true)]
    [InlineData("*", true)]
    [InlineData("\"6\"", false)]
    [InlineData("nonsense", false)]
    [InlineData(null, false)]
    public void A_version_is_known_by_its_tag(string? ifNoneMatch, bool known)
    {
        var request = new DefaultHttpContext().Request;
        if (ifNoneMatch is not null)
            request.Headers.IfNoneMatch = ifNoneMatch;

        Preconditions.IsKnown(request, version: 7).Should().Be(known);
    }
}
