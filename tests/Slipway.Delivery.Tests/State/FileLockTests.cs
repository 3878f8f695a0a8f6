using Slipway.Delivery.State;
using Slipway.Testing;

namespace Slipway.Delivery.Tests.State;

public sealed class FileLockTests : IDisposable
{
    readonly TempDirectory _directory = new();

    [Fact]
    public async Task Only_one_is_inside_at_a_time()
    {
        var inside = 0;
        var most = 0;

        await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(_ =>
                    Task.Run(() =>
                    {
                        for (var round = 0; round < 10; round++)
                        {
                            using var entered = FileLock.Enter(_directory["lock"]);
                            most = Math.Max(most, Interlocked.Increment(ref inside));
                            Interlocked.Decrement(ref inside);
                        }
                    })
                )
        );

        most.Should().Be(1);
    }

    [Fact]
    public async Task Whoever_comes_second_waits_until_the_first_has_left()
    {
        var first = FileLock.Enter(_directory["lock"]);
        var second = Task.Run(() => FileLock.Enter(_directory["lock"]));

        (await Task.WhenAny(second, Task.Delay(TimeSpan.FromMilliseconds(200)))).Should().NotBe(second);
        first.Dispose();

        (await second).Dispose();
    }

    [Fact]
    public void A_missing_directory_is_not_waited_for() =>
        FluentActions
            .Invoking(() => FileLock.Enter(_directory["missing/lock"]))
            .Should()
            .Throw<DirectoryNotFoundException>();

    public void Dispose() => _directory.Dispose();
}
