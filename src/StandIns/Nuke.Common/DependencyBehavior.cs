namespace Nuke.Common;

/// <summary>What becomes of a skipped target's dependencies.</summary>
public enum DependencyBehavior
{
    /// <summary>Those that no other scheduled target needs are skipped as well. The default.</summary>
    Skip,

    /// <summary>They run all the same.</summary>
    Execute,
}
