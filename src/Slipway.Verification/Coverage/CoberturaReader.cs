using System.Xml.Linq;

namespace Slipway.Verification.Coverage;

/// <summary>Reads and merges Cobertura files (cobertura.github.io/cobertura, coverage-04.dtd), as coverlet and ReportGenerator write them.</summary>
public static class CoberturaReader
{
    /// <summary>What deterministic builds put in the place of the repository's root.</summary>
    const string DeterministicRoot = "/_/";

    /// <summary>A line is covered when any of the files says so.</summary>
    /// <param name="root">The repository's root: files outside of it are left out.</param>
    /// <exception cref="VerificationException">A file is malformed; the message names it and its line.</exception>
    public static CoverageReport Read(IEnumerable<string> paths, string root, CoverageFilter filter)
    {
        var files = new SortedDictionary<string, Dictionary<long, bool>>(StringComparer.Ordinal);
        foreach (var path in paths)
            Add(files, path, Path.GetFullPath(root), filter);
        return new CoverageReport([
            .. files.Select(file => new FileCoverage(
                file.Key,
                file.Value.Values.Count(isCovered => isCovered),
                file.Value.Count
            )),
        ]);
    }

    static void Add(
        SortedDictionary<string, Dictionary<long, bool>> files,
        string path,
        string root,
        CoverageFilter filter
    )
    {
        var report = XmlFile.Load(path);
        if (report.Name.LocalName is not "coverage")
            throw new VerificationException($"{path}:1: not a Cobertura file: its root is <{report.Name.LocalName}>");

        string[] sources = [.. report.Elements("sources").Elements("source").Select(source => source.Value)];
        foreach (var part in report.Descendants("class"))
        {
            if (Locate(part.Text("filename"), sources, root) is not { } file || !filter.Takes(file))
                continue;
            if (!files.TryGetValue(file, out var lines))
                files.Add(file, lines = []);
            foreach (var line in LinesOf(part))
            {
                var number = line.Number("number", path);
                lines[number] = lines.GetValueOrDefault(number) || line.Number("hits", path) > 0;
            }
        }
    }

    /// <summary>A class lists its lines once for itself; those of its methods are the same again.</summary>
    static IEnumerable<XElement> LinesOf(XElement part) => part.Elements("lines").Elements("line");

    /// <summary>The file from the root; null for one outside, such as a generated or a system file.</summary>
    static string? Locate(string name, string[] sources, string root)
    {
        var candidates = sources
            .Select(source => Path.Combine(source, name))
            .Append(name)
            .Select(candidate => candidate.Replace('\\', '/'));
        foreach (var candidate in candidates)
        {
            if (candidate.StartsWith(DeterministicRoot, StringComparison.Ordinal))
                return candidate[DeterministicRoot.Length..];
            if (!Path.IsPathFullyQualified(candidate))
                continue;
            var relative = Path.GetRelativePath(root, candidate).Replace('\\', '/');
            if (!relative.StartsWith("../", StringComparison.Ordinal))
                return relative;
        }

        return null;
    }
}
