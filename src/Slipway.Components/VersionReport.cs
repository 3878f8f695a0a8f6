using Slipway.Releases;

namespace Slipway.Components;

/// <summary>A version's explanation for a person.</summary>
static class VersionReport
{
    /// <param name="root">The build's, from which files are named.</param>
    public static void Write(TextWriter output, CalculatedVersion calculated, string root)
    {
        var (variables, explanation) = (calculated.Variables, calculated.Explanation);
        var file = explanation.Configuration is { } path ? Path.GetRelativePath(root, path) : null;
        output.WriteLine(variables.FullSemVer);
        output.WriteLine($"  of       {variables.ShortSha} on {variables.BranchName}");
        output.WriteLine($"  from     {explanation.Base}");
        output.WriteLine($"  decides  {file ?? "no GitVersion.yml, so that GitFlow holds"}");
        foreach (var candidate in explanation.Candidates)
            output.WriteLine($"  {(candidate.IsUsed ? "used    " : "not used")} {Line(candidate)}");
        if (explanation.More > 0)
            output.WriteLine($"           and {explanation.More} more, all lower");
        foreach (var note in explanation.Notes)
            output.WriteLine($"  note     {note}");
        if (variables.UncommittedChanges > 0)
            output.WriteLine(
                $"  note     files that are not committed: {variables.UncommittedChanges}; a build is marked +dirty"
            );
    }

    static string Line(ExplainedCandidate candidate) =>
        candidate.Next is null
            ? $"{candidate.Source}: {candidate.Why}"
            : $"{candidate.Source}: {candidate.Base} leads to {candidate.Next}; {candidate.Why}";
}
