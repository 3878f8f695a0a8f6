using Slipway.Databases.Copies;
using Slipway.Delivery;
using Slipway.Delivery.Databases;
using Slipway.Delivery.State;
using Slipway.Testing;

namespace Slipway.Databases.Tests.Copies;

public sealed class SqliteServerTests : IDisposable
{
    readonly TempDirectory _directory = new();

    EnvironmentDirectory Environment => new StateDirectory(_directory.Path).Environment("production");

    SqliteServer Server => new(new SqliteFile("{data}/gallery.db"), Environment);

    public SqliteServerTests() => Environment.Create();

    [Fact]
    public async Task A_scratch_database_has_a_directory_of_its_own_which_is_gone_with_it()
    {
        File.WriteAllText(Path.Combine(Environment.Data, "gallery.db"), "");

        await using (var scratch = await Server.CreateAsync(CancellationToken.None))
        {
            scratch.Name.Should().Be(Path.Combine(scratch.Data, "gallery.db")).And.NotStartWith(Environment.Data);
            Directory.GetFileSystemEntries(scratch.Data).Should().BeEmpty();
        }

        Directory.GetDirectories(Environment.Scratch).Should().BeEmpty();
    }

    [Fact]
    public async Task What_a_killed_run_has_left_is_swept()
    {
        File.WriteAllText(Path.Combine(Environment.Data, "gallery.db"), "");
        var left = await Server.CreateAsync(CancellationToken.None);
        File.WriteAllText(left.Name, "half");

        await Server.SweepAsync(CancellationToken.None);
        await Server.SweepAsync(CancellationToken.None);

        Directory.Exists(Environment.Scratch).Should().BeFalse();
        File.Exists(Path.Combine(Environment.Data, "gallery.db")).Should().BeTrue();
    }

    [Fact]
    public async Task A_database_that_is_not_where_it_is_said_to_be_is_never_copied_over()
    {
        var creating = () => Server.CreateAsync(CancellationToken.None);

        await creating
            .Should()
            .ThrowAsync<DeliveryException>()
            .WithMessage("There is no *gallery.db, where production is said*");
    }

    public void Dispose() => _directory.Dispose();
}
