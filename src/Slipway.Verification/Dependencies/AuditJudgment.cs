using Slipway.Verification.Waivers;

namespace Slipway.Verification.Dependencies;

/// <summary>A verdict seen through the waivers.</summary>
/// <param name="Failing">Advisories that nobody waived, or whose waiver has expired.</param>
/// <param name="Waived">Advisories with a waiver that counts today.</param>
/// <param name="Expired">Waivers that count no more: each is a failure, its advisory still there or not.</param>
public sealed record AuditJudgment(
    AuditVerdict Verdict,
    IReadOnlyList<Advisory> Failing,
    IReadOnlyList<(Advisory Advisory, Waiver Waiver)> Waived,
    IReadOnlyList<Waiver> Expired
)
{
    /// <summary>Nothing fails. A verdict of not checked fails nothing: it says so in <see cref="Summary"/>.</summary>
    public bool Holds => Failing.Count == 0 && Expired.Count == 0;

    /// <summary>One line for the log.</summary>
    public string Summary
    {
        get
        {
            var verdict = Verdict switch
            {
                AuditVerdict.NotChecked unchecked_ => $"dependencies not checked: {unchecked_.Why}",
                AuditVerdict.None => "dependencies: no known vulnerability",
                _ => $"dependencies: {Failing.Count} known vulnerabilities, {Waived.Count} waived",
            };
            return Expired.Count == 0 ? verdict : $"{verdict}; {Expired.Count} waivers have expired";
        }
    }

    /// <param name="today">The day in UTC.</param>
    public static AuditJudgment Of(AuditVerdict verdict, IReadOnlyList<Waiver> waivers, DateOnly today)
    {
        var advisories = verdict is AuditVerdict.Known known ? known.Advisories : [];
        var counting = waivers
            .Where(waiver => !waiver.HasExpired(today))
            .DistinctBy(waiver => waiver.Advisory, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(waiver => waiver.Advisory, StringComparer.OrdinalIgnoreCase);
        return new AuditJudgment(
            verdict,
            [.. advisories.Where(advisory => !counting.ContainsKey(advisory.Id))],
            [
                .. advisories
                    .Where(advisory => counting.ContainsKey(advisory.Id))
                    .Select(advisory => (advisory, counting[advisory.Id])),
            ],
            [.. waivers.Where(waiver => waiver.HasExpired(today))]
        );
    }
}
