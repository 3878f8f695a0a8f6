using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TinyGallery.Api.Data.Migrations;

/// <summary>One numbered step of the schema.</summary>
/// <param name="Name">The file's name without its ending, such as <c>0001_albums_and_photos</c>.</param>
sealed record Migration(int Number, string Name, string Sql)
{
    /// <summary>SHA-256 in hexadecimal, of the text with <c>\n</c> line ends: a checkout on Windows is the same migration.</summary>
    public string Checksum { get; } =
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n"))));

    /// <summary>What a comment above the first statement says of it, as in <c>-- phase: expand</c>; null: nothing.</summary>
    public string? Declared(string what) =>
        Sql.Split('\n')
            .Select(line => line.Trim())
            .TakeWhile(line => line.Length == 0 || line.StartsWith("--", StringComparison.Ordinal))
            .Select(line => line.TrimStart('-').Split(':', 2, StringSplitOptions.TrimEntries))
            .FirstOrDefault(pair => pair.Length == 2 && string.Equals(pair[0], what, StringComparison.Ordinal))
            ?[1];

    /// <exception cref="FormatException">The name is not four digits, an underscore and words.</exception>
    public static Migration Parse(string name, string sql) =>
        name.Length > 5
        && name[4] == '_'
        && int.TryParse(name.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new Migration(number, name, sql)
            : throw new FormatException($"A migration is named 0001_what_it_does.sql, not {name}.sql.");
}
