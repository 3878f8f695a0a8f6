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

    /// <exception cref="FormatException">The name is not four digits, an underscore and words.</exception>
    public static Migration Parse(string name, string sql) =>
        name.Length > 5
        && name[4] == '_'
        && int.TryParse(name.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new Migration(number, name, sql)
            : throw new FormatException($"A migration is named 0001_what_it_does.sql, not {name}.sql.");
}
