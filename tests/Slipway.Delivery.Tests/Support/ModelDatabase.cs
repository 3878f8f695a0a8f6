using Slipway.Delivery.Databases;
using Slipway.Delivery.Environments;
using Slipway.Delivery.Execution;

namespace Slipway.Delivery.Tests.Support;

/// <summary>A database that is a text on the machine; its scratch copies are others.</summary>
sealed class ModelDatabase(Machine machine, Fuse fuse, BackupStore backups) : IDatabase
{
    public BackupStore Backups => backups;

    public bool CanCopy { get; init; } = true;

    /// <summary>The effect of this name fails.</summary>
    public string? Failing { get; init; }

    public Task DumpAsync(Revision by, string file, EffectContext context, CancellationToken cancellation)
    {
        Begin("dump", cancellation);
        if (fuse.DiesHere())
        {
            File.WriteAllText(file, machine.Content[..(machine.Content.Length / 2)]);
            throw new KilledException();
        }

        File.WriteAllText(file, machine.Content);
        fuse.Point();
        return Task.CompletedTask;
    }

    public Task LoadAsync(
        Revision by,
        string file,
        IScratchDatabase? into,
        EffectContext context,
        CancellationToken cancellation
    )
    {
        Begin(into is null ? "load" : "load a copy", cancellation);
        var content = File.ReadAllText(file);
        if (into is not null)
        {
            machine.Scratches[into.Name] = content;
        }
        else
        {
            if (machine.World.Slots.Any(slot => slot.Instances > 0))
                throw new InvalidOperationException("Instances run on the database that is replaced.");
            machine.Change("load", context.Token, world => world);
            machine.Content = content;
        }

        fuse.Point();
        return Task.CompletedTask;
    }

    public Task<IScratchDatabase> CreateScratchAsync(CancellationToken cancellation)
    {
        Begin("create", cancellation);
        var name = $"scratch-{machine.Scratches.Count}";
        machine.Scratches.Add(name, "");
        fuse.Point();
        return Task.FromResult<IScratchDatabase>(new Scratch(machine, fuse, name));
    }

    public Task<IReadOnlyList<TableFingerprint>> ReadAsync(IScratchDatabase scratch, CancellationToken cancellation)
    {
        Begin("read", cancellation);
        return Task.FromResult<IReadOnlyList<TableFingerprint>>([TableOf(machine.Scratches[scratch.Name])]);
    }

    public Task MigrateAsync(
        Revision revision,
        IScratchDatabase scratch,
        EffectContext context,
        CancellationToken cancellation
    )
    {
        Begin("migrate a copy", cancellation);
        machine.Scratches[scratch.Name] += $" migrated by {revision.Version}";
        return Task.CompletedTask;
    }

    public Task ProveAsync(
        Revision revision,
        IScratchDatabase scratch,
        IReadOnlyList<SmokeCheck> checks,
        EffectContext context,
        CancellationToken cancellation
    )
    {
        Begin("prove", cancellation);
        machine.Proofs.Add($"{revision.Version} on '{machine.Scratches[scratch.Name]}'");
        return Task.CompletedTask;
    }

    public Task SweepAsync(EffectContext context, CancellationToken cancellation)
    {
        Begin("sweep", cancellation);
        machine.Scratches.Clear();
        return Task.CompletedTask;
    }

    public static TableFingerprint TableOf(string content) => new("texts", content.Length, content);

    void Begin(string name, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        fuse.Point();
        if (string.Equals(name, Failing, StringComparison.Ordinal))
            throw new StepFailedException(new Evidence($"{name} failed.", "/logs/it.log", ["last words"]));
    }

    sealed class Scratch(Machine machine, Fuse fuse, string name) : IScratchDatabase
    {
        public string Name => name;

        public ValueTask DisposeAsync()
        {
            if (!fuse.IsDead)
                machine.Scratches.Remove(name);
            return ValueTask.CompletedTask;
        }
    }
}
