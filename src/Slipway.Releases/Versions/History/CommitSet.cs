namespace Slipway.Releases;

/// <summary>A set of a graph's commits: one bit each.</summary>
sealed class CommitSet(int capacity)
{
    readonly ulong[] _bits = new ulong[(capacity + 63) / 64];

    public bool Contains(int commit) => (_bits[commit >> 6] >> (commit & 63) & 1) != 0;

    /// <returns>Whether it was not in before.</returns>
    public bool Add(int commit)
    {
        var bit = 1UL << (commit & 63);
        if ((_bits[commit >> 6] & bit) != 0)
            return false;
        _bits[commit >> 6] |= bit;
        return true;
    }
}
