using System.Diagnostics.CodeAnalysis;
using Nuke.Common;
using Slipway.Components.Ci;
using Slipway.Components.Releasing;
using Slipway.Workflows;
using Slipway.Workflows.Model;

namespace Slipway.Components;

/// <summary>A signed tag, published notes and files (each <see cref="ReleaseAsset"/>) of what production serves.</summary>
public interface IRelease : IHazEnvironments, IHazReleaseVersion, IHazReleaseHost, IHazJson
{
    /// <summary>Counts from the command line or as <c>NUKE_UNSIGNED</c> only: see <see cref="Explicit"/>.</summary>
    [Parameter("Releases with a tag that is not signed, and states that in tag and notes")]
    [SuppressMessage("Naming", "CA1720", Justification = "The word is the command line's.")]
    bool Unsigned => Explicit.IsGiven(nameof(Unsigned)) && (TryGetValue<bool?>(() => Unsigned) ?? false);

    /// <summary>The environment whose users a release is for.</summary>
    string ReleasedFrom => "production";

    /// <summary>Test suites whose results a release asks for, by their names.</summary>
    IReadOnlyList<string> ReleasedSuites =>
        [
            .. Backend.UnitTests.Select(project => new Suite(project).Name),
            new Suite(Backend.IntegrationTests) { Variant = "sqlite" }.Name,
            new Suite(Backend.IntegrationTests) { Variant = "postgres" }.Name,
        ];

    [UsesSecretsOf(typeof(IHazNotifications))]
    [UsesSecret(nameof(GitHubToken), IsJobToken = true)]
    [NeedsPermission("contents", Access.Write, "to push the changelog and the tag, and to publish the release")]
    [NeedsPermission("deployments", Access.Write, "to record what production serves")]
    Target Release =>
        _ =>
            _.Description(
                    "Releases what production serves: changelog, signed tag, notes and files; again: finishes; --json"
                )
                .TryConsumes<ILint>(this, build => build.Lint)
                .TryConsumes<ITestDatabases>(this, build => build.TestSqlite, build => build.TestPostgres)
                .TryConsumes<ICoverage>(this, build => build.Coverage)
                .TryConsumes<IScan>(this, build => build.Scan)
                .TryConsumes<IOpenApi>(this, build => build.OpenApi)
                .TryConsumes<ISbom>(this, build => build.Sbom)
                .TryConsumes<IProvenance>(this, build => build.Provenance)
                .Runs(async () => await ReleaseCommand.RunAsync(this));
}
