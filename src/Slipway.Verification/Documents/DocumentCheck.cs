namespace Slipway.Verification.Documents;

/// <summary>A link that leads nowhere.</summary>
/// <param name="Line">From 1.</param>
public sealed record DocumentFinding(string File, int Line, string Message)
{
    public override string ToString() => FormattableString.Invariant($"{File}:{Line}: {Message}");
}

/// <summary>What was found in a repository's documents.</summary>
/// <param name="Links">How many lead to a file or a heading of the repository; those to the web are not followed.</param>
public sealed record DocumentReport(int Files, int Links, IReadOnlyList<DocumentFinding> Findings);

/// <summary>Judges the Markdown at the top of a repository and in its <c>docs</c>: what it links to must be there.</summary>
public static class DocumentCheck
{
    public static DocumentReport Run(string root)
    {
        var docs = Path.Combine(root, "docs");
        var files = Directory
            .EnumerateFiles(root, "*.md")
            .Concat(Directory.Exists(docs) ? Directory.EnumerateFiles(docs, "*.md", SearchOption.AllDirectories) : [])
            .Order(StringComparer.Ordinal)
            .ToList();
        var (links, findings) = (0, new List<DocumentFinding>());
        foreach (var file in files)
        {
            foreach (var (line, target) in MarkdownLinks.Targets(File.ReadAllText(file)))
            {
                if (
                    target.Contains("://", StringComparison.Ordinal)
                    || target.StartsWith("mailto:", StringComparison.Ordinal)
                )
                    continue;
                links++;
                if (WhyNot(file, target) is { } why)
                    findings.Add(new DocumentFinding(Path.GetRelativePath(root, file), line, why));
            }
        }

        return new DocumentReport(files.Count, links, findings);
    }

    /// <summary>Null: the target is there.</summary>
    static string? WhyNot(string file, string target)
    {
        var (path, anchor) = target.Split('#', 2) is [var before, var after] ? (before, after) : (target, null);
        var other =
            path.Length == 0
                ? file
                : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, Uri.UnescapeDataString(path)));
        if (!Path.Exists(other))
            return $"it links to {target}, and there is no {path}";
        var isThere =
            anchor is null
            || Path.GetExtension(other) is not ".md"
            || MarkdownLinks.Anchors(File.ReadAllText(other)).Contains(anchor);
        return isThere ? null : $"it links to {target}, and {Path.GetFileName(other)} has no such heading";
    }
}
