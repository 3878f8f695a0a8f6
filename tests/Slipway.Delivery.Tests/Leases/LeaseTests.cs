using Slipway.Delivery.Leases;
using Slipway.Delivery.State;
using Slipway.Delivery.Tests.Support;
using Slipway.Testing;

namespace Slipway.Delivery.Tests.Leases;

public sealed class LeaseTests : IDisposable
{
    static readonly TimeSpan s_second = TimeSpan.FromSeconds(1);

    readonly TempDirectory _directory = new();
    readonly ManualTime _time = new();

    EnvironmentDirectory Environment => new StateDirectory(_directory.Path).Environment("staging");

    [Fact]
    public async Task The_token_grows_with_each_holder()
    {
        long first;
        await using (var lease = await AcquireAsync(Some.Ada))
            first = lease.Token;

        await using var second = await AcquireAsync(Some.Bob);
        second.Token.Should().Be(first + 1);
    }

    [Fact]
    public async Task An_environment_that_is_made_again_gives_out_no_token_twice()
    {
        await using (var lease = await AcquireAsync(Some.Ada))
        {
            _time.Advance(s_second);
            Directory.Delete(Environment.Path, recursive: true);

            await using var again = await AcquireAsync(Some.Bob);
            again.Token.Should().BeGreaterThan(lease.Token);
        }
    }

    [Fact]
    public async Task A_lease_given_back_is_free_at_once()
    {
        await (await AcquireAsync(Some.Ada)).DisposeAsync();

        Lease.Read(Environment)!.IsHeldAt(_time.GetUtcNow()).Should().BeFalse();
        await using var next = await AcquireAsync(Some.Bob);
    }

    [Fact]
    public async Task It_is_renewed_for_as_long_as_it_is_held()
    {
        await using var lease = await AcquireAsync(Some.Ada);
        for (var renewal = 1; renewal <= 6; renewal++)
        {
            var expected = _time.GetUtcNow() + Lease.RenewEvery + Lease.Lifetime;
            _time.Advance(Lease.RenewEvery);
            await Wait.UntilAsync(() => Lease.Read(Environment)!.ExpiresAt == expected, "the lease is renewed");
        }

        lease.Guard(() => { });
        lease.Lost.IsCancellationRequested.Should().BeFalse();
    }

    [Fact]
    public async Task The_lease_of_a_dead_holder_is_taken_over_when_it_has_expired()
    {
        Leave(Some.Ada, expiresIn: s_second);
        LeaseRecord? waitedFor = null;

        var acquiring = Task.Run(() => AcquireAsync(Some.Bob, held => waitedFor = held));
        await PassTimeUntilAsync(acquiring);

        await using var lease = await acquiring;
        waitedFor!.Holder.Should().Be(Some.Ada);
        lease.Token.Should().Be(8);
    }

    [Fact]
    public async Task A_holder_on_this_machine_whose_process_is_gone_is_not_waited_for()
    {
        using var ended = System.Diagnostics.Process.Start("true");
        await ended.WaitForExitAsync();
        Leave(
            Some.Ada with
            {
                Host = System.Environment.MachineName,
                Pid = ended.Id,
            },
            expiresIn: TimeSpan.FromHours(1)
        );
        var began = _time.GetUtcNow();

        var acquiring = Task.Run(() => AcquireAsync(Some.Bob));
        await PassTimeUntilAsync(acquiring);

        await using var lease = await acquiring;
        (_time.GetUtcNow() - began).Should().BeLessThan(Lease.Lifetime);
    }

    [Fact]
    public async Task After_the_clock_was_set_back_a_dead_holder_is_waited_for_no_longer_than_a_lifetime()
    {
        Leave(Some.Ada, expiresIn: TimeSpan.FromHours(1));
        var began = _time.GetUtcNow();

        var acquiring = Task.Run(() => AcquireAsync(Some.Bob));
        await PassTimeUntilAsync(acquiring);

        await using var lease = await acquiring;
        (_time.GetUtcNow() - began).Should().BeLessThan(Lease.Lifetime * 2);
    }

    [Fact]
    public async Task A_holder_that_lives_is_named_with_what_it_does()
    {
        await using var lease = await AcquireAsync(Some.Ada);
        lease.Describe(new string('f', 64));

        var acquiring = Task.Run(() => AcquireAsync(Some.Bob));
        await PassTimeUntilAsync(acquiring);

        (await FluentActions.Awaiting(() => acquiring).Should().ThrowAsync<LeaseHeldException>())
            .Which.Message.Should()
            .Be(
                "staging is being changed by ada@laptop (pid 4711) since 2026-01-01 00:00:00Z: Deploy, plan ffffffffffff. "
                    + "Run this again when that has ended, or with --wait."
            );
    }

    [Fact]
    public async Task With_patience_a_holder_that_lives_is_waited_for()
    {
        var first = await AcquireAsync(Some.Ada);
        var told = new List<LeaseRecord>();
        var acquiring = Task.Run(() => AcquireAsync(Some.Bob, told.Add, TimeSpan.FromMinutes(30)));
        await PassTimeUntilAsync(() => told.Count >= 2);

        await first.DisposeAsync();
        await PassTimeUntilAsync(acquiring);

        await using var second = await acquiring;
        second.Token.Should().Be(first.Token + 1);
        told.Should().OnlyContain(held => held.Holder == Some.Ada);
    }

    [Fact]
    public async Task Patience_has_an_end_that_says_how_long_it_was()
    {
        await using var lease = await AcquireAsync(Some.Ada);
        var began = _time.GetUtcNow();

        var acquiring = Task.Run(() => AcquireAsync(Some.Bob, patience: TimeSpan.FromSeconds(20)));
        await PassTimeUntilAsync(acquiring);

        await FluentActions
            .Awaiting(() => acquiring)
            .Should()
            .ThrowAsync<LeaseHeldException>()
            .WithMessage(
                "*by ada@laptop*: Deploy. It was waited for, 20 s, and nothing was changed. Run this again later."
            );
        (_time.GetUtcNow() - began).Should().BeGreaterThanOrEqualTo(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task With_patience_a_holder_that_dies_is_still_taken_over()
    {
        Leave(Some.Ada, expiresIn: s_second);

        var acquiring = Task.Run(() => AcquireAsync(Some.Bob, patience: TimeSpan.FromMinutes(30)));
        var began = _time.GetUtcNow();
        await PassTimeUntilAsync(acquiring);

        await using var lease = await acquiring;
        (_time.GetUtcNow() - began).Should().BeLessThan(Lease.Lifetime * 2);
    }

    [Fact]
    public async Task A_holder_that_was_stopped_past_its_lease_can_change_nothing()
    {
        await using var lease = await AcquireAsync(Some.Ada);
        _time.Jump(_time.GetUtcNow() + Lease.Lifetime);
        var changed = false;

        FluentActions.Invoking(() => lease.Guard(() => changed = true)).Should().Throw<LeaseLostException>();

        changed.Should().BeFalse();
        lease.Lost.IsCancellationRequested.Should().BeTrue();
    }

    [Fact]
    public async Task A_holder_learns_of_the_loss_by_itself()
    {
        await using var lease = await AcquireAsync(Some.Ada);
        DurableFile.WriteJson(
            Environment.LeaseFile,
            Lease.Read(Environment)! with
            {
                Token = lease.Token + 1,
                Holder = Some.Bob,
            },
            Disk.Real
        );

        _time.Advance(Lease.RenewEvery);

        await Wait.UntilAsync(() => lease.Lost.IsCancellationRequested, "the loss is noticed");
    }

    [Fact]
    public async Task Whoever_hears_of_the_loss_is_not_locked_out_by_the_one_who_found_it()
    {
        await using var lease = await AcquireAsync(Some.Ada);
        _time.Jump(_time.GetUtcNow() + Lease.Lifetime);
        string? heard = null;
        await using var registration = lease.Lost.Register(() =>
        {
            using var entered = FileLock.Enter(Environment.LockFile);
            heard = "entered";
        });

        FluentActions.Invoking(() => lease.Guard(() => { })).Should().Throw<LeaseLostException>();

        heard.Should().Be("entered");
    }

    [Fact]
    public async Task Waiting_ends_when_it_is_cancelled()
    {
        Leave(Some.Ada, expiresIn: s_second);
        using var cancel = new CancellationTokenSource();
        var acquiring = Lease.AcquireAsync(Environment, Some.Bob, "Deploy", _time, cancellation: cancel.Token);

        await cancel.CancelAsync();

        await FluentActions.Awaiting(() => acquiring).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task A_damaged_lease_is_one_clear_error()
    {
        Environment.Create();
        await File.WriteAllTextAsync(Environment.LeaseFile, "{}");

        await FluentActions
            .Awaiting(() => AcquireAsync(Some.Ada))
            .Should()
            .ThrowAsync<DeliveryException>()
            .WithMessage("*lease.json is damaged*");
    }

    public void Dispose() => _directory.Dispose();

    Task<Lease> AcquireAsync(LeaseHolder holder, Action<LeaseRecord>? waiting = null, TimeSpan patience = default) =>
        Lease.AcquireAsync(Environment, holder, "Deploy", _time, waiting, patience);

    void Leave(LeaseHolder holder, TimeSpan expiresIn)
    {
        Environment.Create();
        var now = _time.GetUtcNow();
        DurableFile.WriteJson(
            Environment.LeaseFile,
            new LeaseRecord(7, now, now + expiresIn, "Deploy", holder),
            Disk.Real
        );
    }

    Task PassTimeUntilAsync(Task task) => PassTimeUntilAsync(() => task.IsCompleted);

    Task PassTimeUntilAsync(Func<bool> reached) =>
        Wait.UntilAsync(
            () =>
            {
                _time.Advance(TimeSpan.FromMilliseconds(100));
                return reached();
            },
            "the lease is taken or refused",
            limit: TimeSpan.FromMinutes(2)
        );
}
