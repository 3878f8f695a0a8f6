namespace Slipway.Releases.Compatibility;

/// <summary>What a change means to somebody who was written against the last release. In rising order.</summary>
public enum Impact
{
    /// <summary>Nothing: whoever works with the last release works with this one, and gains nothing by it.</summary>
    None,

    /// <summary>There is something more that nobody needs to use.</summary>
    Additive,

    /// <summary>Somebody who works with the last release may not work with this one.</summary>
    Breaking,
}
