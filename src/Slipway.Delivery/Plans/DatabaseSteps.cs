using Slipway.Delivery.Environments;

namespace Slipway.Delivery.Plans;

/// <summary>
/// Backs up the database before <paramref name="Wanted"/> migrates it, through the verb of the revision that is live.
/// Nothing to undo.
/// </summary>
public sealed record BackUp(Revision Wanted, Revision Live) : Step
{
    protected override string Describe() => "Back up the database";
}

/// <summary>
/// Tries the migrations of <paramref name="Wanted"/> on the backup, restored beside the database, and asks
/// <paramref name="Live"/> the smoke checks on what came of it: until the switch, it is the old code that lives with the
/// new schema. Undone: the copy is gone.
/// </summary>
public sealed record Rehearse(Revision Wanted, Revision Live, IReadOnlyList<SmokeCheck> Checks) : Step
{
    protected override string Describe() =>
        $"Rehearse the migrations of {Wanted} on a copy, and run {Live} on it ({Counted.Of(Checks.Count, "check")})";
}
