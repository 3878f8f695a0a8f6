namespace Slipway.Testing.GitHub;

/// <summary>Which calls go wrong, and how.</summary>
sealed class FaultPlan
{
    readonly List<(Func<RecordedCall, bool> Where, Fault Fault, int Left)> _rules = [];

    public void Add(Func<RecordedCall, bool> where, Fault fault, int times) => _rules.Add((where, fault, times));

    /// <summary>The fault of a call; each rule is used up by the calls that it meets.</summary>
    public Fault? Of(RecordedCall call)
    {
        var index = _rules.FindIndex(rule => rule.Left > 0 && rule.Where(call));
        if (index < 0)
            return null;
        var (where, fault, left) = _rules[index];
        _rules[index] = (where, fault, left - 1);
        return fault;
    }
}
