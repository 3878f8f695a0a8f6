namespace Slipway.Proofs.Kills;

/// <summary>A protection that is taken out of a deployer's disk, to see that its proof notices.</summary>
public enum Flaw
{
    None,

    /// <summary>No intent and no outcome is written down.</summary>
    ForgetsJournal,

    /// <summary>
    /// Nothing is flushed, and its death is the machine's: of what it wrote, names are there and contents are not, as a
    /// power cut leaves them.
    /// </summary>
    FlushesNothing,
}
