using Slipway.Workflows.Model;

namespace Slipway.Workflows.Jobs.Planning;

/// <summary>The parameters that a job gets through its environment: no shell reads them, and no log shows them.</summary>
static class JobParameters
{
    public static ValueMap<string> Environment(PlannedJob job, JobGraph graph) =>
        ValueMap.From(
            Expressions(job, graph)
                .Select(given => new Entry<string>(Casing.Variable(given.Parameter), $"${{{{ {given.Expression} }}}}"))
        );

    /// <summary>What is known only when the job runs, for the reusable workflow that has its steps.</summary>
    public static IEnumerable<(string Input, string Expression)> Given(PlannedJob job, JobGraph graph) =>
        Known(job).Select(entry => (Casing.Kebab(entry.Key), Expression(entry.Value, graph)));

    public static IEnumerable<SpecProblem> Check(PlannedJob job, SourcePlace place)
    {
        var literals = (job.Spec?.Parameters ?? []).Where(entry => entry.Value is LiteralValue);
        foreach (var (parameter, value, _) in literals)
        {
            if (value is LiteralValue { Text: { } text } && text.Contains("${{", StringComparison.Ordinal))
                yield return new SpecProblem(
                    place,
                    $"{parameter} is the literal '{text}', which would put an expression into a script",
                    $"Write {nameof(From)}.{nameof(From.Expression)} of what is between the braces"
                );
        }
        var twice = (job.Spec?.Parameters.Keys ?? [])
            .Concat(JobMatrices.Parameters(job).Concat(JobSecrets.Of(job)).Select(given => given.Parameter))
            .GroupBy(Casing.Variable, StringComparer.Ordinal)
            .Where(names => names.Count() > 1);
        foreach (var names in twice)
            yield return new SpecProblem(
                place,
                $"{names.First()} is given twice: by the parameters, the matrix, or a secret of a target",
                "Give it once"
            );
    }

    static IEnumerable<(string Parameter, string Expression)> Expressions(PlannedJob job, JobGraph graph) =>
        Known(job)
            .Select(entry =>
                (entry.Key, job.Called is null ? Expression(entry.Value, graph) : $"inputs.{Casing.Kebab(entry.Key)}")
            )
            .Concat(JobMatrices.Parameters(job))
            .Concat(JobSecrets.Of(job));

    static IEnumerable<Entry<ParameterValue>> Known(PlannedJob job) =>
        (job.Spec?.Parameters ?? []).Where(entry => entry.Value is not LiteralValue);

    static string Expression(ParameterValue value, JobGraph graph) =>
        value switch
        {
            ExpressionValue expression => expression.Expression,
            OutputValue output => $"needs.{graph.JobOf(output.Target)!.Id}.outputs.{output.Output}",
            _ => throw new NotSupportedException($"A parameter of type {value.GetType().Name}"),
        };
}
