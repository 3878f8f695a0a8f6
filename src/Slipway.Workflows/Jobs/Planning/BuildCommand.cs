namespace Slipway.Workflows.Jobs.Planning;

/// <summary>How a job starts the build.</summary>
static class BuildCommand
{
    const string Script = "./build.sh";

    /// <summary>The heads alone when NUKE runs nothing else for them; else exactly the job's targets.</summary>
    public static string Of(PlannedJob job, BuildGraph graph)
    {
        var isWhole = IsWhole(job, graph);
        var words = (isWhole ? job.Heads : job.Targets)
            .Select(target => target.Name)
            .Prepend(Script)
            .Concat(Literals(job));
        return string.Join(' ', isWhole ? words : words.Append("--skip"));
    }

    /// <summary>Whether everything that the targets pull in runs in the job itself.</summary>
    public static bool IsWhole(PlannedJob job, BuildGraph graph) =>
        graph.Plan(job.Heads.Select(head => head.Name)).Where(target => target.HasActions).All(job.Targets.Contains);

    static IEnumerable<string> Literals(PlannedJob job)
    {
        foreach (var (parameter, value, _) in job.Spec?.Parameters ?? [])
        {
            if (value is not LiteralValue literal)
                continue;
            yield return $"--{Casing.Kebab(parameter)}";
            if (literal.Text is { } text)
                yield return ShellWords.Quote(text);
        }
    }
}
