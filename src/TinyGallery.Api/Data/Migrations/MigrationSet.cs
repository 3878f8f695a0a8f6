using System.Reflection;

namespace TinyGallery.Api.Data.Migrations;

/// <summary>The migrations that this build knows: the SQL files in the folders beside this one, embedded.</summary>
static class MigrationSet
{
    /// <param name="database"><see cref="Database.Name"/>.</param>
    public static IReadOnlyList<Migration> Of(string database)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var prefix = $"migrations/{database}/";
        return Ordered(
            assembly
                .GetManifestResourceNames()
                .Where(name => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                .Select(name => Migration.Parse(name[prefix.Length..], Read(assembly, name)))
        );
    }

    /// <summary>In the order of their numbers, which are 1, 2, 3, … each once.</summary>
    /// <exception cref="FormatException">A number is missing or there twice.</exception>
    public static IReadOnlyList<Migration> Ordered(IEnumerable<Migration> migrations)
    {
        var ordered = migrations.OrderBy(m => m.Number).ThenBy(m => m.Name, StringComparer.Ordinal).ToList();
        for (var i = 0; i < ordered.Count; i++)
        {
            if (ordered[i].Number != i + 1)
                throw new FormatException($"Migration {ordered[i].Name} comes where number {i + 1:0000} should be.");
        }

        return ordered;
    }

    static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
