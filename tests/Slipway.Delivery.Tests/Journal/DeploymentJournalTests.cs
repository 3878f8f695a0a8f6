using Slipway.Delivery.Journal;
using Slipway.Delivery.Leases;
using Slipway.Delivery.State;
using Slipway.Delivery.Tests.Support;
using Slipway.Testing;

namespace Slipway.Delivery.Tests.Journal;

public sealed class DeploymentJournalTests : IDisposable
{
    readonly TempDirectory _directory = new();
    readonly ManualTime _time = new();

    [Fact]
    public async Task Entries_get_sequence_time_and_token()
    {
        await using var lease = await LeaseAsync(Directory());
        var journal = DeploymentJournal.Open(Directory(), lease, _time);

        journal.Append(Entry(JournalEvent.Begun));
        journal.Append(Entry(JournalEvent.Succeeded));

        var entries = DeploymentJournal.Read(Directory()).Entries;
        entries.Select(entry => entry.Sequence).Should().Equal(1, 2);
        entries.Should().OnlyContain(entry => entry.Token == lease.Token && entry.At == _time.GetUtcNow());
    }

    [Fact]
    public async Task A_torn_last_line_is_dropped_and_cut_off_by_the_next_entry()
    {
        await using (var lease = await LeaseAsync(Directory()))
            DeploymentJournal.Open(Directory(), lease, _time).Append(Entry(JournalEvent.Begun));
        await File.AppendAllTextAsync(Directory().JournalFile, "{\"at\":\"20");
        DeploymentJournal.Read(Directory()).TornLine.Should().BeTrue();

        await using (var lease = await LeaseAsync(Directory()))
            DeploymentJournal.Open(Directory(), lease, _time).Append(Entry(JournalEvent.Succeeded));

        var content = DeploymentJournal.Read(Directory());
        content.TornLine.Should().BeFalse();
        content.Entries.Select(entry => entry.Event).Should().Equal(JournalEvent.Begun, JournalEvent.Succeeded);
    }

    [Fact]
    public async Task A_full_disk_loses_no_entry_that_was_written_before()
    {
        var disk = new FullDisk(fullFrom: 3);
        await using var lease = await LeaseAsync(Directory(disk));
        var journal = DeploymentJournal.Open(Directory(disk), lease, _time);
        journal.Append(Entry(JournalEvent.Begun));

        FluentActions.Invoking(() => journal.Append(Entry(JournalEvent.Intended))).Should().Throw<IOException>();
        DeploymentJournal.Read(Directory()).Entries.Should().ContainSingle();

        disk.Free();
        journal.Append(Entry(JournalEvent.Failed));
        DeploymentJournal
            .Read(Directory())
            .Entries.Select(entry => (entry.Sequence, entry.Event))
            .Should()
            .Equal((1, JournalEvent.Begun), (2, JournalEvent.Failed));
    }

    [Fact]
    public async Task An_older_token_writes_nothing()
    {
        await using var old = await LeaseAsync(Directory());
        var journal = DeploymentJournal.Open(Directory(), old, _time);
        journal.Append(Entry(JournalEvent.Begun));
        _time.Jump(_time.GetUtcNow() + TimeSpan.FromMinutes(1));
        await using var newer = await Lease.AcquireAsync(Directory(), Some.Bob, "Deploy", _time);

        FluentActions
            .Invoking(() => journal.Append(Entry(JournalEvent.Succeeded)))
            .Should()
            .Throw<LeaseLostException>()
            .WithMessage("*bob@server (pid 4712) took it over*");

        DeploymentJournal.Read(Directory()).Entries.Should().ContainSingle();
    }

    [Fact]
    public void Without_a_file_there_is_nothing_to_read() =>
        DeploymentJournal.Read(Directory()).Should().Be(JournalContent.Empty);

    public void Dispose() => _directory.Dispose();

    EnvironmentDirectory Directory(IDisk? disk = null) =>
        new StateDirectory(_directory.Path, disk).Environment("staging");

    Task<Lease> LeaseAsync(EnvironmentDirectory directory) => Lease.AcquireAsync(directory, Some.Ada, "Deploy", _time);

    static JournalEntry Entry(JournalEvent happened) =>
        new()
        {
            Sequence = 0,
            At = default,
            Token = 0,
            Event = happened,
            Plan = new string('a', 64),
        };
}
