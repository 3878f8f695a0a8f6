namespace Slipway.Delivery.Tests.Support;

/// <summary>The process is gone: nothing it does after this moment has an effect.</summary>
sealed class KilledException() : IOException("Killed.");

/// <summary>Counts the points where a process can die, and kills it at one of them.</summary>
sealed class Fuse(int killAt = int.MaxValue)
{
    readonly Lock _lock = new();

    public int Points { get; private set; }

    public bool IsDead { get; private set; }

    /// <summary>True when this very point is the one to die at; throws when the process is dead already.</summary>
    public bool DiesHere()
    {
        lock (_lock)
        {
            if (IsDead)
                throw new KilledException();
            IsDead = ++Points == killAt;
            return IsDead;
        }
    }

    public void Point()
    {
        if (DiesHere())
            throw new KilledException();
    }
}
