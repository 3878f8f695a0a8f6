namespace Slipway.Verification.Dependencies;

/// <summary>What is known of the dependencies. "Nothing found" and "nothing to look in" are different answers.</summary>
public abstract record AuditVerdict
{
    AuditVerdict() { }

    /// <summary>There are advisories, the most severe first.</summary>
    public sealed record Known(IReadOnlyList<Advisory> Advisories) : AuditVerdict;

    /// <summary>A source with vulnerability data knows of none.</summary>
    public sealed record None : AuditVerdict;

    /// <summary>Nobody could be asked.</summary>
    /// <param name="Why">For a person.</param>
    public sealed record NotChecked(string Why) : AuditVerdict
    {
        /// <summary>It may be otherwise in a minute: somebody did not answer, as against having nothing to say.</summary>
        public bool MayPass { get; init; }
    }
}
