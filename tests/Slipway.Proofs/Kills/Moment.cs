namespace Slipway.Proofs.Kills;

/// <summary>Where in a step a deployer dies.</summary>
public enum Moment
{
    /// <summary>The intent is on disk and nothing was done.</summary>
    AfterIntent,

    /// <summary>The effect has begun; it may be half done. One that ends sooner dies at its end.</summary>
    InTheMiddle,

    /// <summary>The effect is done and nothing says so.</summary>
    BeforeOutcome,

    /// <summary>Half of the line that says so is on disk.</summary>
    TornOutcome,

    /// <summary>It does not die: it waits there, so that it can be stopped and continued.</summary>
    Waits,
}
