using Slipway.Workflows.Caching.Store;

namespace Slipway.Components.Caching;

/// <summary>Whether a target runs, and why.</summary>
abstract record Decision
{
    Decision() { }

    /// <summary>It runs.</summary>
    /// <param name="Reasons">For a person, a line each.</param>
    public sealed record Run(IReadOnlyList<string> Reasons) : Decision
    {
        public Run(string reason)
            : this([reason]) { }
    }

    /// <summary>It has succeeded with the same inputs.</summary>
    public sealed record Replay(CacheEntry Entry) : Decision;

    /// <summary>Everything that needs it is replayed.</summary>
    public sealed record NotNeeded : Decision;
}
