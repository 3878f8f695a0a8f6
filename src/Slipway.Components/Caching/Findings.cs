using System.Text.Json;
using System.Text.Json.Serialization;
using Slipway.Images;
using Slipway.Reporting;
using Slipway.Reporting.Html;
using Slipway.Verification.Coverage;
using Slipway.Verification.TestRuns;

namespace Slipway.Components.Caching;

/// <summary>What one target put into the <see cref="RunRecord"/>, in the form in which it is kept.</summary>
sealed record Findings
{
    public IReadOnlyList<TestSuite> Suites { get; init; } = [];

    public IReadOnlyList<ReportCheck> Checks { get; init; } = [];

    public KeptCoverage? Coverage { get; init; }

    public KeptImage? Image { get; init; }

    /// <summary>Why it is no proof of anything later on; null: it is.</summary>
    /// <param name="lastingSkips">Reasons for which tests are always skipped.</param>
    public string? WhyNotToKeep(IReadOnlyList<string> lastingSkips)
    {
        foreach (var suite in Suites)
        {
            if (TestVerdict.Of([suite]) is not TestVerdict.Passed)
                return $"{suite.Name} has not passed";
            var lasting = suite.Skips.Where(skip => lastingSkips.Contains(skip.Reason, StringComparer.Ordinal));
            if (lasting.Sum(skip => skip.Tests) != suite.Skipped)
                return $"{suite.Name} skipped tests that may run another time";
        }

        if (Checks.FirstOrDefault(check => check.Outcome is StageOutcome.Failed) is { } failed)
            return $"{failed.Name} has not passed";
        return Coverage is { Files.Count: 0 } ? "no coverage was measured" : null;
    }

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, FindingsJson.Default.Findings);

    public static Findings Read(ReadOnlySpan<byte> content) =>
        JsonSerializer.Deserialize(content, FindingsJson.Default.Findings)!;
}

/// <summary>The verdict follows from what was measured.</summary>
sealed record KeptCoverage(double Threshold, IReadOnlyList<FileCoverage> Files)
{
    public static KeptCoverage? Of(CoverageVerdict? verdict) =>
        verdict switch
        {
            null => null,
            CoverageVerdict.Met met => new(met.Threshold, met.Report.Files),
            CoverageVerdict.Below below => new(below.Threshold, below.Report.Files),
            CoverageVerdict.NotChecked unchecked_ => new(unchecked_.Threshold, []),
            _ => throw new NotSupportedException($"A verdict of the kind {verdict.GetType().Name} is not kept."),
        };

    public CoverageVerdict ToVerdict() => CoverageVerdict.Of(new CoverageReport(Files), Threshold);
}

/// <summary>Names and digests as texts: the image itself is among the files that the target left.</summary>
sealed record KeptImage(
    string Reference,
    string Digest,
    long ManifestSize,
    string ConfigDigest,
    IReadOnlyList<KeptLayer> Layers
)
{
    public static KeptImage? Of(BuiltImage? image) =>
        image is null
            ? null
            : new(
                image.Reference.ToString(),
                image.Digest.ToString(),
                image.ManifestSize,
                image.ConfigDigest.ToString(),
                [.. image.Layers.Select(layer => new KeptLayer(layer.MediaType, layer.Digest.ToString(), layer.Size))]
            );

    public BuiltImage ToImage() =>
        new(
            ImageReference.Parse(Reference),
            Images.Digest.Parse(Digest),
            ManifestSize,
            Images.Digest.Parse(ConfigDigest),
            [
                .. Layers.Select(layer => new Descriptor
                {
                    MediaType = layer.MediaType,
                    Digest = Images.Digest.Parse(layer.Digest),
                    Size = layer.Size,
                }),
            ]
        );
}

sealed record KeptLayer(string MediaType, string Digest, long Size);

[JsonSerializable(typeof(Findings))]
sealed partial class FindingsJson : JsonSerializerContext;
