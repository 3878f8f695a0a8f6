using Slipway.Databases.Migrations.Sql;

namespace Slipway.Databases.Migrations;

/// <summary>A migration as it is written.</summary>
/// <param name="File">As findings name it.</param>
public sealed record MigrationScript(string File, SqlDialect Dialect, string Text)
{
    /// <summary>The file's name without its ending, such as <c>0001_albums_and_photos</c>.</summary>
    public string Name => Path.GetFileNameWithoutExtension(File);

    /// <summary>The SQL files of a directory, in the order of their names.</summary>
    /// <param name="directory">Relative to <paramref name="root"/>; findings name the files so.</param>
    /// <exception cref="DirectoryNotFoundException">It is not there.</exception>
    public static IReadOnlyList<MigrationScript> ReadAll(string root, string directory, SqlDialect dialect) =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(root, directory), "*.sql")
                .Order(StringComparer.Ordinal)
                .Select(file => new MigrationScript(
                    $"{directory.TrimEnd('/')}/{Path.GetFileName(file)}",
                    dialect,
                    System.IO.File.ReadAllText(file)
                )),
        ];
}
