using System.Diagnostics;
using Slipway.Proofs.Load;
using Slipway.Reporting.Proofs;

namespace Slipway.Proofs.Reports;

/// <summary>A proof under way; what it ran and found becomes a file, whichever way it ends.</summary>
sealed class Proof
{
    static readonly Lock s_writing = new();

    readonly Stopwatch _clock = Stopwatch.StartNew();
    readonly ProofRecord _record;

    Proof(ProofRecord record) => _record = record;

    /// <inheritdoc cref="ProofRecord" path="/param"/>
    public static Proof Begin(string name, string title, string claim) =>
        new(
            new ProofRecord
            {
                Name = name,
                Title = title,
                Claim = claim,
                Faults = ["It did not come to its end."],
                Started = TimeProvider.System.GetUtcNow(),
                Seconds = 0,
                Parameters = new Dictionary<string, string>(StringComparer.Ordinal),
                Counts = [],
                Machine = Machine.Facts(),
            }
        );

    /// <param name="more">What this proof counts beside its requests.</param>
    public void End(
        LossReport found,
        IReadOnlyList<ProofCount> more,
        params (string Name, string Value)[] parameters
    ) =>
        Write(
            _record with
            {
                Faults = found.Faults,
                Counts =
                [
                    new("operations", found.Log.Events.Count(happened => happened.Depth == 0)),
                    new("requests", found.Samples.Count),
                    new("failed requests", found.Failed.Count, Bad: true),
                    new("acknowledged writes", found.Acknowledged),
                    new("lost writes", found.Lost.Count, Bad: true),
                    .. more,
                ],
                Latency = Percentiles.Of(found.Samples),
                Slices = Percentiles.Slices(found.Samples),
                Events = found.Log.Events,
            },
            parameters
        );

    public void End(
        IReadOnlyList<string> faults,
        IReadOnlyList<ProofCount> counts,
        params (string Name, string Value)[] parameters
    ) => Write(_record with { Faults = faults, Counts = counts }, parameters);

    void Write(ProofRecord record, (string Name, string Value)[] parameters)
    {
        var complete = record with
        {
            Seconds = Math.Round(_clock.Elapsed.TotalSeconds, 1),
            Parameters = parameters.ToDictionary(
                parameter => parameter.Name,
                parameter => parameter.Value,
                StringComparer.Ordinal
            ),
        };
        lock (s_writing)
        {
            ProofFiles.Write(complete, Size.Reports);
            ProofsPage.Write(Size.Reports);
        }
    }
}
