using System.Xml;
using System.Xml.Linq;
using Nuke.Common.IO;

namespace Nuke.Common.ProjectModel;

/// <summary>Reads both formats of solution files.</summary>
internal static class SolutionReader
{
    // https://learn.microsoft.com/visualstudio/extensibility/internals/solution-dot-sln-file
    private const string FolderType = "2150E333-8FDC-42A3-9474-1A3956D46DE8";

    /// <exception cref="ArgumentException">The file is neither, or broken; the message says where.</exception>
    public static SolutionContent Read(Solution solution)
    {
        if (solution.Path.HasExtension(".slnx"))
            return ReadXml(solution);
        Assert.True(solution.Path.HasExtension(".sln"), $"'{solution.Path}' is no solution: .sln or .slnx is expected");
        return ReadText(solution);
    }

    private static SolutionContent ReadXml(Solution solution)
    {
        var root = Load(solution.Path);
        var folders = new Dictionary<string, SolutionFolder>(StringComparer.Ordinal);
        foreach (var folder in root.Elements("Folder"))
            AddFolder(Attribute(solution, folder, "Name").Trim('/'));
        var projects = root.Descendants("Project")
            .Select(x =>
            {
                var path = Attribute(solution, x, "Path");
                var folder = x.Parent!.Name.LocalName is "Folder" ? Attribute(solution, x.Parent, "Name") : null;
                return new Project(
                    (string?)x.Attribute("DisplayName") ?? NameOf(path),
                    Normalize(path),
                    folder is null ? null : folders[folder.Trim('/')],
                    solution
                );
            })
            .ToList();
        return new SolutionContent(projects, folders.Values.ToList());

        // A folder's name is its way from the solution, /src/StandIns/; those on the way need not be listed.
        SolutionFolder AddFolder(string way)
        {
            if (folders.TryGetValue(way, out var known))
                return known;
            var slash = way.LastIndexOf('/');
            var parent = slash < 0 ? null : AddFolder(way[..slash]);
            return folders[way] = new SolutionFolder(way[(slash + 1)..], parent, solution);
        }
    }

    private static SolutionContent ReadText(Solution solution)
    {
        var lines = solution.Path.ReadAllLines().Select(x => x.Trim()).ToList();
        // Project("{type}") = "name", "path", "{id}"
        var items = lines
            .Where(x => x.StartsWith("Project(", StringComparison.Ordinal))
            .Select(x => x.Split('"'))
            .Select(x =>
                x.Length >= 8
                    ? (Type: x[1].Trim('{', '}'), Name: x[3], Path: x[5], Id: x[7])
                    : throw new ArgumentException($"{solution.Path}: cannot read the line {string.Join('"', x)}")
            )
            .ToList();
        var parents = Section(lines, "NestedProjects")
            .Select(x => x.Split('=', StringSplitOptions.TrimEntries))
            .ToDictionary(x => x[0], x => x[1], StringComparer.OrdinalIgnoreCase);
        var listed = items.Where(IsFolder).ToDictionary(x => x.Id, StringComparer.OrdinalIgnoreCase);
        var folders = new Dictionary<string, SolutionFolder>(StringComparer.OrdinalIgnoreCase);
        foreach (var id in listed.Keys)
            FolderOf(id);
        var projects = items
            .Where(x => !IsFolder(x))
            .Select(x => new Project(x.Name, Normalize(x.Path), ParentOf(x.Id), solution))
            .ToList();
        return new SolutionContent(projects, folders.Values.ToList());

        SolutionFolder? ParentOf(string id) => parents.TryGetValue(id, out var parent) ? FolderOf(parent) : null;

        SolutionFolder FolderOf(string id)
        {
            if (!folders.TryGetValue(id, out var folder))
                folders[id] = folder = new SolutionFolder(listed[id].Name, ParentOf(id), solution);
            return folder;
        }

        static bool IsFolder((string Type, string, string, string) item) =>
            item.Type.Equals(FolderType, StringComparison.OrdinalIgnoreCase);
    }

    private static IEnumerable<string> Section(IEnumerable<string> lines, string name) =>
        lines
            .SkipWhile(x => !x.StartsWith($"GlobalSection({name})", StringComparison.Ordinal))
            .Skip(1)
            .TakeWhile(x => !x.StartsWith("EndGlobalSection", StringComparison.Ordinal));

    private static XElement Load(AbsolutePath file)
    {
        try
        {
            return XDocument.Load(file, LoadOptions.SetLineInfo).Root!;
        }
        catch (XmlException exception)
        {
            throw new ArgumentException($"{file}: {exception.Message}", exception);
        }
    }

    private static string Attribute(Solution solution, XElement element, string name) =>
        (string?)element.Attribute(name)
        ?? throw new ArgumentException(
            $"{solution.Path}({((IXmlLineInfo)element).LineNumber}): <{element.Name}> has no {name}"
        );

    private static string Normalize(string path) => PathConstruction.NormalizePath(path);

    private static string NameOf(string path) => Path.GetFileNameWithoutExtension(Normalize(path));
}
