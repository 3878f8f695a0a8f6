using System.Globalization;
using Nuke.Common;
using Nuke.Common.IO;
using Serilog;
using Serilog.Events;
using Slipway.Reporting.Proofs;

namespace Slipway.Components;

/// <summary>
/// The proofs that a delivery loses nothing: the shipped image on the real platform, under load, through deployments and
/// kills. They measure and they kill, so they are a suite of their own.
/// </summary>
public interface IProve : ITestRepository, IImage
{
    const int DefaultRounds = 2;

    [Parameter("Deployments of each strategy in the proofs; default 2, the full size is 20")]
    int Rounds => TryGetValue<int?>(() => Rounds) ?? DefaultRounds;

    /// <summary>The test project of the proofs, relative to the root.</summary>
    string Proofs => "tests/Slipway.Proofs/Slipway.Proofs.csproj";

    Target Prove =>
        _ =>
            _.Description(
                    "Proves on the real platform, under load, that deployments and kills lose nothing; --rounds N"
                )
                .DependsOn(CompileAll, Image)
                // They measure what was tested, when nothing else of the build is left to do.
                .After(Test)
                .Requires(() => Rounds > 0)
                .Produces(ReportsDirectory / ProofFiles.Pattern, ReportsDirectory / ProofsPage.FileName)
                .Runs(() =>
                {
                    ReportsDirectory.CreateDirectory().GlobFiles(ProofFiles.Pattern, ProofsPage.FileName).DeleteFiles();
                    try
                    {
                        Suites.Run(this, ProofSuite);
                    }
                    finally
                    {
                        ShowProofs();
                    }
                });

    private void ShowProofs()
    {
        var proofs = ProofFiles.Read(ReportsDirectory);
        foreach (var proof in proofs)
            Log.Write(proof.IsProved ? LogEventLevel.Information : LogEventLevel.Error, "{Proof:l}", proof.Summary);
        if (proofs.Count > 0)
            Log.Information("Report: {Page:l}", Shown(ReportsDirectory / ProofsPage.FileName));
    }

    private Suite ProofSuite =>
        new(Proofs)
        {
            MeasuresCoverage = false,
            Environment = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["SLIPWAY_PROOFS_ROUNDS"] = Rounds.ToString(CultureInfo.InvariantCulture),
                ["SLIPWAY_PROOFS_CONTENT"] = PublishDirectory,
                ["SLIPWAY_PROOFS_REPORTS"] = ReportsDirectory,
                [Suite.PostgresVariable] = PostgresConnection ?? "",
            },
        };
}
