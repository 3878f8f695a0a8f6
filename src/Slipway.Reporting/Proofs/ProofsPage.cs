using System.Globalization;
using Slipway.Reporting.Html;

namespace Slipway.Reporting.Proofs;

/// <summary>The page about the proofs of a run (<c>proofs.html</c>): one file without scripts, nothing to load.</summary>
public static class ProofsPage
{
    public const string FileName = "proofs.html";

    static readonly string[] s_columns = ["Verdict", "Proof", "Found", "p50", "p99", "Slowest", "Took"];

    /// <summary>Writes the page about all proofs of a directory beside them; one that is there is replaced as a whole.</summary>
    /// <exception cref="IOException">The disk is full, or the directory cannot be written.</exception>
    public static void Write(string directory) =>
        WholeFile.Write(Path.Combine(directory, FileName), ToHtml(ProofFiles.Read(directory)));

    /// <summary>The page, as <see cref="Write"/> writes it.</summary>
    public static string ToHtml(IReadOnlyList<ProofRecord> proofs)
    {
        ArgumentNullException.ThrowIfNull(proofs);
        var made = proofs.Count == 0 ? default : proofs.Max(proof => proof.Started.AddSeconds(proof.Seconds));
        return PageFrame.Of(
            $"Proofs: {Verdict(proofs)}",
            Markup.Of($"{Head(proofs)}{Overview(proofs)}{proofs.Select(ProofPart.Of)}"),
            made,
            "deploy.css",
            "proofs.css"
        );
    }

    static string Verdict(IReadOnlyList<ProofRecord> proofs) =>
        proofs.Count == 0 ? "none was run" : $"{proofs.Count(proof => proof.IsProved)} of {proofs.Count} proved";

    static Markup Head(IReadOnlyList<ProofRecord> proofs)
    {
        var holds = proofs.Count > 0 && proofs.All(proof => proof.IsProved);
        return Markup.Of(
            $"""
            <header class="{(holds ? "good" : "bad")}">
            <h1>Proofs <span class="badge {(holds ? "good" : "bad")}">{Verdict(proofs)}</span></h1>
            <p class="detail">What users of a service meet while it is deployed, rolled back and killed, on the real platform.</p>
            <dl class="big">{Total(proofs)}</dl>
            {ProofPart.Conditions(
                proofs.Count > 0 ? proofs[^1].Machine : new Dictionary<string, string>(StringComparer.Ordinal)
            )}
            </header>
            """
        );
    }

    /// <summary>What every proof counts under the same name, added up.</summary>
    static IEnumerable<Markup> Total(IReadOnlyList<ProofRecord> proofs) =>
        proofs
            .SelectMany(proof => proof.Counts)
            .GroupBy(count => count.Name, StringComparer.Ordinal)
            .Select(group =>
                ProofPart.Count(
                    new ProofCount(group.Key, group.Sum(count => count.Value), group.Any(count => count.Bad))
                )
            );

    static Markup Overview(IReadOnlyList<ProofRecord> proofs) =>
        proofs.Count == 0
            ? Section.NotRun("Overview")
            : Section.Of("Overview", Section.Table(s_columns, proofs.Select(Row)));

    static Markup Row(ProofRecord proof) =>
        Markup.Of(
            $"""
            <tr><td>{ProofPart.Badge(proof)}</td>
            <td><a href="#{proof.Name}">{proof.Title}</a></td>
            <td>{string.Join(", ", proof.Counts.Select(count => $"{Number(count.Value)} {count.Name}"))}</td>
            <td class="number">{Milliseconds(proof.Latency?.P50)}</td>
            <td class="number">{Milliseconds(proof.Latency?.P99)}</td>
            <td class="number">{Milliseconds(proof.Latency?.Max)}</td>
            <td class="number">{DurationText.Of(TimeSpan.FromSeconds(proof.Seconds))}</td></tr>
            """
        );

    internal static string Number(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    static string Milliseconds(double? value) =>
        value is null ? "–" : value.Value.ToString(value < 100 ? "0.0 ms" : "0 ms", CultureInfo.InvariantCulture);
}
