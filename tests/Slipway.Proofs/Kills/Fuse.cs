using System.Text.Json;
using Slipway.Delivery.Execution;
using Slipway.Delivery.State;

namespace Slipway.Proofs.Kills;

/// <summary>
/// Kills this very process with SIGKILL at one moment of one step: no handler, no disposal, no last write. It sees the
/// steps as an observer and the journal as a disk, so nothing that is shipped knows of it.
/// </summary>
sealed class Fuse(Moment moment, int step, Flaw flaw) : IDeploymentObserver, IDisk
{
    /// <summary>What a deployer says when it has come to where it waits.</summary>
    public const string Waiting = "waits";

    /// <summary>Long enough for an effect to have reached another process, too short for most to be done.</summary>
    public static readonly TimeSpan IntoTheEffect = TimeSpan.FromMilliseconds(40);

    readonly Unflushed _unflushed = new();

    Timer? _timer;

    public void On(DeploymentEvent happened)
    {
        if (happened is not StepStarted started || started.Index != step)
            return;
        switch (moment)
        {
            case Moment.AfterIntent:
                Die();
                break;
            case Moment.InTheMiddle:
                _timer = new Timer(_ => Die(), state: null, IntoTheEffect, Timeout.InfiniteTimeSpan);
                break;
            case Moment.Waits:
                Console.WriteLine(Waiting);
                Console.ReadLine();
                break;
        }
    }

    public void AppendFlushed(string path, ReadOnlySpan<byte> content)
    {
        if (IsOutcome(content))
        {
            if (moment == Moment.TornOutcome)
                Disk.Real.AppendFlushed(path, content[..(content.Length / 2)]);
            if (moment is not (Moment.AfterIntent or Moment.Waits))
                Die();
        }

        if (flaw == Flaw.ForgetsJournal)
            return;
        _unflushed.Appending(path);
        Disk.Real.AppendFlushed(path, content);
    }

    public void WriteFlushed(string path, ReadOnlySpan<byte> content) => Disk.Real.WriteFlushed(path, content);

    public void Truncate(string path, long length) => Disk.Real.Truncate(path, length);

    public void Replace(string from, string to)
    {
        _unflushed.Replaced(to);
        Disk.Real.Replace(from, to);
    }

    public void FlushDirectory(string path) => Disk.Real.FlushDirectory(path);

    public void Delete(string path) => Disk.Real.Delete(path);

    bool IsOutcome(ReadOnlySpan<byte> line)
    {
        using var entry = JsonDocument.Parse(line.ToArray());
        return entry.RootElement.GetProperty("event").GetString() == "done"
            && entry.RootElement.GetProperty("step").GetInt32() == step;
    }

    void Die()
    {
        if (flaw == Flaw.FlushesNothing)
            _unflushed.Lose();
        Death.Now();
    }
}
