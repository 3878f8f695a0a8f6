using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Nuke.Common.IO;

namespace Slipway.Components.Compatibility;

/// <summary>
/// The projects of a solution of which MSBuild has to be asked whether they are packed. Loading one takes it a good part of
/// a second, and most repositories say once, in <c>Directory.Build.props</c>, that nothing is packed: that is read here.
/// Wherever anything else speaks of it, MSBuild decides.
/// </summary>
static partial class PackableProjects
{
    const string Property = "IsPackable";
    const string Props = "Directory.Build.props";
    const string Targets = "Directory.Build.targets";

    /// <returns>Paths as the solution has them, relative to its directory.</returns>
    public static IReadOnlyList<string> Of(AbsolutePath solution) =>
        [
            .. ProjectPath()
                .Matches(File.ReadAllText(solution))
                .Select(match => match.Groups["path"].Value.Replace('\\', '/'))
                .Distinct(StringComparer.Ordinal)
                .Where(path => MayBePacked(solution.Parent / path)),
        ];

    static bool MayBePacked(AbsolutePath project)
    {
        // What is not there is MSBuild's to complain about.
        if (!project.FileExists())
            return true;
        var text = File.ReadAllText(project);
        if (Speaks(text) || text.Contains("<Import", StringComparison.Ordinal))
            return true;
        var above = Above(project.Parent).ToList();
        return above.Exists(directory => Speaks(directory / Targets)) || !IsRuledOut(above);
    }

    /// <summary>
    /// Whether the file that is imported says so without a condition, and says it alone. MSBuild imports the nearest one;
    /// those further up count when each below them imports the next.
    /// </summary>
    static bool IsRuledOut(IReadOnlyList<AbsolutePath> above)
    {
        foreach (var file in above.Select(directory => directory / Props).Where(file => file.FileExists()))
        {
            var text = File.ReadAllText(file);
            if (Speaks(text))
                return IsFalse(text);
            if (!text.Contains(Props, StringComparison.Ordinal))
                return false;
        }

        return false;
    }

    static bool IsFalse(string props)
    {
        try
        {
            var said = XDocument
                .Parse(props)
                .Descendants()
                .Where(element => element.Name.LocalName is Property)
                .ToList();
            return said
                    is [{ Value: "false", Parent: { Name.LocalName: "PropertyGroup", Parent.Parent: null } group } only]
                && !only.HasAttributes
                && !group.HasAttributes
                // A second mention would be in an attribute or a comment: whoever wrote it knows more.
                && props.Split(Property).Length == 3;
        }
        catch (XmlException)
        {
            return false;
        }
    }

    static IEnumerable<AbsolutePath> Above(AbsolutePath? directory)
    {
        for (; directory is not null; directory = directory.Parent)
            yield return directory;
    }

    static bool Speaks(AbsolutePath file) => file.FileExists() && Speaks(File.ReadAllText(file));

    static bool Speaks(string text) => text.Contains(Property, StringComparison.OrdinalIgnoreCase);

    /// <summary>In a <c>.slnx</c> and in a <c>.sln</c>.</summary>
    [GeneratedRegex(
        @"""(?<path>[^""]+\.(cs|fs|vb)proj)""",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex ProjectPath();
}
