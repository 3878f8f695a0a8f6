namespace Slipway.Components;

/// <summary>A test project as it is run: where, and on what.</summary>
/// <param name="Project">The project file, relative to the root.</param>
public sealed record Suite(string Project)
{
    /// <summary>A PostgreSQL server that is there already, for suites that would otherwise start one.</summary>
    public const string PostgresVariable = "SLIPWAY_POSTGRES_CONNECTION";

    /// <summary>Tells two runs of one project apart: the database, for example.</summary>
    public string? Variant { get; init; }

    /// <summary>Environment variables of the run, added to the build's own; an empty value is left out.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>False for a suite that runs without a compilation before it, and is compiled as it is run.</summary>
    public bool IsCompiled { get; init; } = true;

    /// <summary>False for a suite that measures time, or whose processes are killed: it runs as it was compiled.</summary>
    public bool MeasuresCoverage { get; init; } = true;

    /// <summary>The suite's name in summaries, file names and reports.</summary>
    public string Name
    {
        get
        {
            var project = Path.GetFileNameWithoutExtension(Project);
            return Variant is null ? project : $"{project}-{Variant}";
        }
    }
}
