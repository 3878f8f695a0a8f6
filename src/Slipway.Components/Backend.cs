using Slipway.Databases.Migrations.Sql;

namespace Slipway.Components;

/// <summary>What a build ships: one backend, its tests, and what a release pipeline must know of it.</summary>
public sealed record Backend
{
    /// <summary>The name of the image and of the service, in lower case: <c>tinygallery</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The project file, relative to the root.</summary>
    public required string Project { get; init; }

    /// <summary>Test projects without a database or a server, relative to the root.</summary>
    public required IReadOnlyList<string> UnitTests { get; init; }

    /// <summary>
    /// The test project that runs once for each database, relative to the root. It reads which one from
    /// <see cref="DatabaseVariable"/>: <c>sqlite</c> or <c>postgres</c>.
    /// </summary>
    public required string IntegrationTests { get; init; }

    /// <summary>The environment variable that tells <see cref="IntegrationTests"/> the database.</summary>
    public required string DatabaseVariable { get; init; }

    /// <summary>
    /// Reasons, word for word, for which tests are always skipped, whatever server or program there is. A result in which
    /// tests are skipped for another reason is not kept for later runs: it would hide that they could run by now.
    /// </summary>
    public IReadOnlyList<string> LastingSkips { get; init; } = [];

    /// <summary>
    /// The test project that runs against a deployed environment, relative to the root; it reads the address from
    /// <c>SLIPWAY_E2E_URL</c> and the version that must answer there from <c>SLIPWAY_E2E_VERSION</c>.
    /// </summary>
    public string? EndToEndTests { get; init; }

    /// <summary>
    /// The directories of its migrations (<c>0001_what_it_does.sql</c>), relative to the root, one for each kind of
    /// database that it runs on; null: it has none.
    /// </summary>
    public IReadOnlyDictionary<SqlDialect, string>? Migrations { get; init; }

    /// <summary>How it describes its HTTP API; null: it has none that clients are written against.</summary>
    public OpenApiSource? OpenApi { get; init; }
}

/// <summary>A backend's OpenAPI document.</summary>
/// <param name="Arguments">
/// What makes its program print the document, as JSON, without starting a server: <c>openapi</c>.
/// </param>
/// <param name="KeptFile">
/// Where the document is kept beside the sources, relative to the root: at a release's tag it is what clients of that
/// release were written against.
/// </param>
public sealed record OpenApiSource(IReadOnlyList<string> Arguments, string KeptFile);
