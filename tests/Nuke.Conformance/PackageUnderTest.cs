namespace Nuke.Conformance;

/// <summary>Which NUKE this run is about, and the only place that knows: the stand-in or the real package.</summary>
static class PackageUnderTest
{
#if STAND_INS
    public static bool IsStandIn => true;
#else
    public static bool IsStandIn => false;
#endif

    /// <summary>
    /// What is expected where the stand-in improves on NUKE (design.md, "Better"): each package is held to its own.
    /// The tests that use it carry <c>[Trait("Kind", "Better")]</c>.
    /// </summary>
    public static T Choose<T>(T nuke, T better) => IsStandIn ? better : nuke;
}
