using Slipway.Reporting.Html;

namespace Slipway.Reporting.Proofs;

/// <summary>One proof: its verdict, what was counted, and latency over time above what happened.</summary>
static class ProofPart
{
    public static Markup Of(ProofRecord proof) =>
        Markup.Of(
            $"""
            <section id="{proof.Name}"><h2>{proof.Title}{Badge(proof)}</h2>
            <p>{proof.Claim}</p>
            {Faults(proof)}
            <dl class="counts">{proof.Counts.Select(Count)}</dl>
            {LatencyPlot.Of(proof)}
            {Conditions(proof.Parameters)}
            </section>

            """
        );

    public static Markup Badge(ProofRecord proof) =>
        proof.IsProved
            ? Markup.Of($"""<span class="badge good">PROVED</span>""")
            : Markup.Of($"""<span class="badge bad">NOT PROVED</span>""");

    public static Markup Count(ProofCount count) =>
        Markup.Of(
            $"""<div class="{ClassOf(count)}"><dt>{count.Name}</dt><dd>{ProofsPage.Number(count.Value)}</dd></div>"""
        );

    public static Markup Conditions(IReadOnlyDictionary<string, string> facts) =>
        facts.Count == 0
            ? Markup.None
            : Markup.Of(
                $"""<p class="conditions">{string.Join(" · ", facts.Select(fact => $"{fact.Key} {fact.Value}"))}</p>"""
            );

    static string ClassOf(ProofCount count) =>
        count.Bad
            ? count.Value == 0
                ? "good"
                : "bad"
            : "";

    static Markup Faults(ProofRecord proof) =>
        proof.IsProved
            ? Markup.None
            : Markup.Of($"""<ul class="faults">{proof.Faults.Select(fault => Markup.Of($"<li>{fault}</li>"))}</ul>""");
}
