using System.Globalization;
using Slipway.Workflows.Model;
using Slipway.Workflows.Validation;

namespace Slipway.Workflows.Jobs.Planning;

/// <summary>The runs that one job stands for.</summary>
static class JobMatrices
{
    const string RunnerAxis = "runner";
    const string PartitionAxis = "partition";

    /// <summary>NUKE's own parameter.</summary>
    const string PartitionParameter = "Partition";

    public static Strategy? Strategy(PlannedJob job) =>
        Matrix(job) is { Axes.Count: > 0 } matrix
            // Each run says something about its own combination: one that fails does not silence the others.
            ? new Strategy { FailFast = false, Matrix = matrix }
            : null;

    /// <summary>Where it runs, when the matrix says so.</summary>
    public static RunsOn? Runner(PlannedJob job) =>
        job.Spec?.Matrix?.Runners.Count > 0 ? new RunsOn([$"${{{{ matrix.{RunnerAxis} }}}}"]) : null;

    /// <summary>The labels of all its runs.</summary>
    public static ValueList<string> Labels(PlannedJob job, WorkflowSpec spec) =>
        job.Spec?.Matrix is { Runners: { Count: > 0 } runners } ? runners : (job.Spec?.Runner ?? spec.Runner).Labels;

    /// <summary>How many runs; null when it is one without a matrix.</summary>
    public static long? Count(PlannedJob job) =>
        Strategy(job) is { Matrix.Literal: { } matrix } ? MatrixExpansion.Count(matrix) : null;

    /// <summary>The parameters that a run takes from its combination, with their expressions.</summary>
    public static IEnumerable<(string Parameter, string Expression)> Parameters(PlannedJob job)
    {
        foreach (var parameter in job.Spec?.Matrix?.Parameters.Keys ?? [])
            yield return (parameter, $"matrix.{Casing.Kebab(parameter)}");
        if (Partitions(job) is not null)
            yield return (PartitionParameter, $"matrix.{PartitionAxis}");
    }

    public static IEnumerable<SpecProblem> Check(PlannedJob job, SourcePlace place)
    {
        if (job.Heads.Count > 1 && job.Heads.FirstOrDefault(head => head.Partitions is not null) is { } divided)
            yield return new SpecProblem(
                place,
                $"the target '{divided.Name}' runs in {divided.Partitions} parts, and '{job.Heads.First(head => head != divided).Name}' would run once for each of them",
                "Give it a job of its own"
            );
    }

    static Matrix Matrix(PlannedJob job)
    {
        var axes = new List<Entry<Expressible<ValueList<Value>>>>();
        if (job.Spec?.Matrix is { } stated)
        {
            if (stated.Runners.Count > 0)
                axes.Add(Axis(RunnerAxis, stated.Runners));
            axes.AddRange(stated.Parameters.Select(parameter => Axis(Casing.Kebab(parameter.Key), parameter.Value)));
        }
        if (Partitions(job) is { } count)
            axes.Add(
                Axis(
                    PartitionAxis,
                    Enumerable
                        .Range(1, count)
                        .Select(part => string.Create(CultureInfo.InvariantCulture, $"{part}/{count}"))
                )
            );
        return new Matrix { Axes = ValueMap.From(axes) };
    }

    static int? Partitions(PlannedJob job) => job.Heads is [{ Partitions: > 1 and var count }] ? count : null;

    static Entry<Expressible<ValueList<Value>>> Axis(string name, IEnumerable<string> values) =>
        new(name, ValueList.From(values.Select(value => (Value)value)));
}
