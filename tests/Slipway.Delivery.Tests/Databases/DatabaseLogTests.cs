using Slipway.Delivery.Databases;
using Slipway.Delivery.State;
using Slipway.Testing;

namespace Slipway.Delivery.Tests.Databases;

public sealed class DatabaseLogTests : IDisposable
{
    readonly TempDirectory _directory = new();

    EnvironmentDirectory Environment => new StateDirectory(_directory.Path).Environment("production");

    public DatabaseLogTests() => Environment.Create();

    [Fact]
    public void Nothing_was_done_yet() => DatabaseLog.Read(Environment).Should().BeEmpty();

    [Fact]
    public void What_was_done_is_read_back_in_order()
    {
        DatabaseLog.Append(Environment, Entry("one"));
        DatabaseLog.Append(Environment, Entry("two"));

        DatabaseLog.Read(Environment).Should().Equal(Entry("one"), Entry("two"));
    }

    [Fact]
    public void A_line_that_a_crash_has_torn_costs_neither_the_one_before_nor_the_one_behind()
    {
        DatabaseLog.Append(Environment, Entry("one"));
        File.AppendAllText(Environment.BackupLog, "{\"at\":\"2026-");
        DatabaseLog.Append(Environment, Entry("two"));

        DatabaseLog.Read(Environment).Should().Equal(Entry("one"), Entry("two"));
    }

    public void Dispose() => _directory.Dispose();

    static DatabaseLogEntry Entry(string backup) =>
        new(DateTimeOffset.UnixEpoch, DatabaseEvent.BackedUp, backup, 1.5, Good: true, "ada@laptop (pid 1)");
}
