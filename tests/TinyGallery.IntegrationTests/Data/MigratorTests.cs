using Dapper;
using Slipway.Testing;
using TinyGallery.Api.Configuration;
using TinyGallery.Api.Data;
using TinyGallery.Api.Data.Migrations;
using TinyGallery.Api.Verbs;
using TinyGallery.IntegrationTests.Hosts;

namespace TinyGallery.IntegrationTests.Data;

[Collection(DatabaseCollection.Name)]
public sealed class MigratorTests(DatabaseServer server) : IAsyncLifetime
{
    static readonly Migration One = Migration.Parse(
        "0001_one",
        "CREATE TABLE one (id BIGINT); INSERT INTO one VALUES (1)"
    );
    static readonly Migration Two = Migration.Parse("0002_two", "CREATE TABLE two (id BIGINT)");
    static readonly Migration Broken = Migration.Parse(
        "0002_broken",
        "CREATE TABLE half (id BIGINT); INSERT INTO nowhere VALUES (1)"
    );

    Database? _database;

    Database Database => _database!;

    public async Task InitializeAsync() =>
        _database = Database.Create(DatabaseSettings.Read(await server.CreateAsync(), null));

    public async Task DisposeAsync() => await Database.DisposeAsync();

    [Fact]
    public async Task Pending_migrations_are_applied_in_order_and_once()
    {
        (await MigrateAsync(One)).Should().Equal("0001_one");
        (await MigrateAsync(One, Two)).Should().Equal("0002_two");
        (await MigrateAsync(One, Two)).Should().BeEmpty();

        var status = await Migrator(One, Two).StatusAsync(CancellationToken.None);
        status.Applied.Select(applied => applied.Checksum).Should().Equal(One.Checksum, Two.Checksum);
        (await CountAsync("one")).Should().Be(1);
    }

    [Fact]
    public async Task A_migration_that_fails_leaves_nothing_of_itself_and_all_before_it()
    {
        var migrating = () => MigrateAsync(One, Broken);

        (await migrating.Should().ThrowAsync<ExpectedFailureException>()).WithMessage(
            "Migration 0002_broken failed and was undone: *nowhere*"
        );
        (await HasTableAsync("half")).Should().BeFalse();
        (await CountAsync("one")).Should().Be(1);
        var status = await Migrator(One, Broken).StatusAsync(CancellationToken.None);
        status.Pending.Should().Equal(Broken);
    }

    [Fact]
    public async Task A_changed_migration_is_refused_before_anything_is_applied()
    {
        await MigrateAsync(One);
        var changed = Migration.Parse(One.Name, One.Sql + " -- changed");

        var migrating = () => MigrateAsync(changed, Two);

        (await migrating.Should().ThrowAsync<ExpectedFailureException>()).WithMessage(
            "Migration 0001_one was changed after it had been applied*"
        );
        (await HasTableAsync("two")).Should().BeFalse();
    }

    [Fact]
    public async Task Many_migrators_at_once_apply_each_migration_once()
    {
        var applied = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => MigrateAsync(One, Two))));

        applied.SelectMany(names => names).Should().BeEquivalentTo("0001_one", "0002_two");
        (await CountAsync("one")).Should().Be(1);
    }

    [Fact]
    public async Task Asking_for_the_status_changes_nothing()
    {
        var status = await Migrator(One).StatusAsync(CancellationToken.None);

        status.Pending.Should().Equal(One);
        if (!DatabaseServer.IsPostgres)
            Database.IsCreated.Should().BeFalse();
    }

    [SkippableFact]
    public async Task A_migration_that_meets_a_lock_gives_up_and_is_applied_when_the_lock_is_gone()
    {
        Skip.IfNot(DatabaseServer.IsPostgres, "SQLite has one write lock, and waits for it by itself.");
        await MigrateAsync(One);
        var holder = await Database.OpenAsync(CancellationToken.None);
        await using var transaction = await holder.BeginTransactionAsync();
        await holder.ExecuteAsync("SELECT id FROM one", transaction: transaction);

        var migrating = Task.Run(() =>
            Impatient(attempts: 10, One, Alter).MigrateAsync(_ => { }, CancellationToken.None)
        );
        await Wait.UntilAsync(() => HasGivenUpAsync(), "the migrator has waited for the lock and has let go");
        migrating.IsCompleted.Should().BeFalse();
        await holder.DisposeAsync();

        (await migrating).Should().Be(1);
    }

    [SkippableFact]
    public async Task A_migration_whose_lock_never_comes_is_undone_and_says_whom_to_look_for()
    {
        Skip.IfNot(DatabaseServer.IsPostgres, "SQLite has one write lock, and waits for it by itself.");
        await MigrateAsync(One);
        await using var holder = await Database.OpenAsync(CancellationToken.None);
        await using var transaction = await holder.BeginTransactionAsync();
        await holder.ExecuteAsync("SELECT id FROM one", transaction: transaction);

        var migrating = () => Impatient(attempts: 2, One, Alter).MigrateAsync(_ => { }, CancellationToken.None);

        (await migrating.Should().ThrowAsync<ExpectedFailureException>()).WithMessage(
            "Migration 0002_alter failed and was undone: *lock timeout*tried 2 times*pg_blocking_pids*"
        );
        (await Migrator(One, Alter).StatusAsync(CancellationToken.None)).Pending.Should().Equal(Alter);
    }

    static readonly Migration Alter = Migration.Parse("0002_alter", "ALTER TABLE one ADD COLUMN note TEXT");

    Migrator Impatient(int attempts, params Migration[] known) =>
        new(
            Database,
            known,
            TimeProvider.System,
            new LockPatience(TimeSpan.FromSeconds(1), attempts, TimeSpan.FromSeconds(1))
        );

    /// <summary>It waits for the lock at one moment, and at a later one nobody does.</summary>
    async Task<bool> HasGivenUpAsync()
    {
        var waits = await IsWaitingAsync();
        _hasWaited |= waits;
        return _hasWaited && !waits;
    }

    async Task<bool> IsWaitingAsync()
    {
        await using var connection = await Database.OpenAsync(CancellationToken.None);
        return await connection.ExecuteScalarAsync<bool>(
            "SELECT EXISTS (SELECT 1 FROM pg_locks WHERE NOT granted AND relation = 'one'::regclass)"
        );
    }

    bool _hasWaited;

    Migrator Migrator(params Migration[] known) => new(Database, known, TimeProvider.System);

    async Task<List<string>> MigrateAsync(params Migration[] known)
    {
        var applied = new List<string>();
        await Migrator(known).MigrateAsync(migration => applied.Add(migration.Name), CancellationToken.None);
        return applied;
    }

    async Task<bool> HasTableAsync(string table)
    {
        await using var connection = await Database.OpenAsync(CancellationToken.None);
        return await Database.HasTableAsync(connection, table, CancellationToken.None);
    }

    async Task<long> CountAsync(string table)
    {
        await using var connection = await Database.OpenAsync(CancellationToken.None);
        return await connection.ExecuteScalarAsync<long>($"SELECT COUNT(*) FROM {table}");
    }
}
