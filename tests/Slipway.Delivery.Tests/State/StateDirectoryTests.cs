using Slipway.Delivery.State;
using Slipway.Testing;

namespace Slipway.Delivery.Tests.State;

public sealed class StateDirectoryTests : IDisposable
{
    readonly TempDirectory _directory = new();

    StateDirectory State => new(_directory.Path);

    [Fact]
    public void Asking_creates_nothing()
    {
        State.Environment("staging").Exists.Should().BeFalse();
        State.Existing().Should().BeEmpty();

        Directory.EnumerateFileSystemEntries(_directory.Path).Should().BeEmpty();
    }

    [Fact]
    public void A_review_environment_keeps_its_port()
    {
        var first = Allocate("review-a");

        Allocate("review-b").Should().Be(first + 1);
        Allocate("review-a").Should().Be(first);
        first.Should().Be(8100);
    }

    [Fact]
    public void A_port_that_somebody_has_is_passed_over() =>
        Allocate("review-a", isFree: port => port > 8102).Should().Be(8103);

    [Fact]
    public void No_free_port_is_an_error_that_names_the_parameter() =>
        FluentActions
            .Invoking(() => Allocate("review-a", isFree: _ => false))
            .Should()
            .Throw<DeliveryException>()
            .WithMessage("*8100*--port-base*");

    [Fact]
    public void The_environments_that_exist_are_listed_by_name()
    {
        Allocate("review-b");
        Allocate("review-a");
        Directory.CreateDirectory(_directory["environments/half-removed"]);

        State.Existing().Select(environment => environment.Name).Should().Equal("review-a", "review-b");
    }

    [Fact]
    public void A_name_that_leaves_the_directory_is_refused() =>
        FluentActions
            .Invoking(() => State.Environment("../production"))
            .Should()
            .Throw<DeliveryException>()
            .WithMessage("'../production' is no name for an environment*");

    [Fact]
    public void An_environment_is_closed_to_other_users()
    {
        var environment = State.Environment("staging");

        environment.Create();

        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(environment.Data)
                .Should()
                .Be(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    public void Dispose() => _directory.Dispose();

    int Allocate(string name, Func<int, bool>? isFree = null) =>
        State.AllocatePort(name, "local", 8080, isFree ?? (_ => true), DateTimeOffset.UnixEpoch);
}
