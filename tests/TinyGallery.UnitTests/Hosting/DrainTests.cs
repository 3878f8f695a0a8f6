using TinyGallery.Api.Hosting;

namespace TinyGallery.UnitTests.Hosting;

public sealed class DrainTests
{
    readonly Drain _drain = new();

    [Fact]
    public void Without_requests_it_ends_at_once()
    {
        _drain.HasBegun.Should().BeFalse();
        _drain.Begin().IsCompleted.Should().BeTrue();
        _drain.HasBegun.Should().BeTrue();
    }

    [Fact]
    public void It_ends_with_the_last_request()
    {
        var one = _drain.Enter();
        var idle = _drain.Begin();
        var late = _drain.Enter();

        one.Dispose();
        idle.IsCompleted.Should().BeFalse();
        late.Dispose();
        idle.IsCompleted.Should().BeTrue();
    }

    [Fact]
    public void Beginning_twice_is_beginning_once()
    {
        using var request = _drain.Enter();

        _drain.Begin().Should().BeSameAs(_drain.Begin());
    }
}
