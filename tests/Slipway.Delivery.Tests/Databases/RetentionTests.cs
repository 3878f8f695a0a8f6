using FsCheck;
using FsCheck.Fluent;
using Slipway.Delivery.Databases;
using Slipway.Delivery.Tests.Support;

namespace Slipway.Delivery.Tests.Databases;

public sealed class RetentionTests
{
    static readonly DateTimeOffset s_now = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_newest_are_kept_whatever_their_age() =>
        Kept(new BackupPolicy(Newest: 2, Days: 0), 400, 500, 600).Should().Equal(400, 500);

    [Fact]
    public void Of_each_of_the_last_days_the_newest_is_kept() =>
        Kept(new BackupPolicy(Newest: 1, Days: 2), 1, 2, 3, 25, 26, 49, 50).Should().Equal(1, 25);

    [Fact]
    public void The_default_is_seven_and_one_a_day_for_thirty_days()
    {
        var hours = Enumerable.Range(0, 40 * 24).ToArray();

        Kept(new BackupPolicy(), hours).Should().HaveCount(7 + 29, "today's newest is among the seven");
    }

    [Fact]
    public void One_is_always_kept() => Kept(new BackupPolicy(Newest: 0, Days: 0), 900, 901).Should().Equal(900);

    [Fact]
    public void The_newest_good_one_is_kept_behind_those_that_nobody_has_proved()
    {
        var unproved = Enumerable.Range(1, 3).Select(hours => Taken(hours, tables: false));

        var expired = Retention.Expired([.. unproved, Good(50), Good(60)], new BackupPolicy(2, 0), s_now);

        Hours(expired).Should().Equal(3, 60);
    }

    [Fact]
    public void What_an_unfinished_deployment_has_made_is_kept()
    {
        var all = new[] { 1, 2, 3, 4, 5 }.Select(hours => Taken(hours)).ToList();

        var expired = Retention.Expired(all, new BackupPolicy(1, 0), s_now, inFlightSince: s_now.AddHours(-3));

        Hours(expired).Should().Equal(4, 5);
    }

    [Fact]
    public void Whatever_there_is_the_newest_stays_and_what_stays_is_no_less_tomorrow_by_itself()
    {
        Prop.ForAll(
                Gen.Choose(0, 2000).ArrayOf().ToArbitrary(),
                hours =>
                {
                    var all = hours.Distinct().Select(hour => Taken(hour)).ToList();
                    var expired = Retention.Expired(all, new BackupPolicy(3, 10), s_now);

                    var kept = all.Except(expired).ToList();
                    (kept.Count >= Math.Min(3, all.Count)).Should().BeTrue();
                    Retention.Expired(kept, new BackupPolicy(3, 10), s_now).Should().BeEmpty("it was decided once");
                }
            )
            .QuickCheckThrowOnFailure();
    }

    static IEnumerable<int> Kept(BackupPolicy policy, params int[] hours)
    {
        var all = hours.Distinct().Select(hour => Taken(hour)).ToList();
        var expired = Retention.Expired(all, policy, s_now);
        return Hours(all.Except(expired));
    }

    static IEnumerable<int> Hours(IEnumerable<Backup> backups) =>
        backups.Select(backup => (int)(s_now - backup.Manifest.At).TotalHours);

    /// <summary>Its file is there: this very assembly's.</summary>
    static Backup Good(int hours) => Taken(hours, tables: true);

    static Backup Taken(int hoursAgo, bool tables = true)
    {
        var file = typeof(RetentionTests).Assembly.Location;
        var manifest = new BackupManifest(
            s_now.AddHours(-hoursAgo),
            Some.V1,
            "by hand",
            new FileInfo(file).Length,
            new string('0', 64),
            1,
            tables ? [] : null
        );
        return new Backup(file, manifest);
    }
}
