using System.Text.RegularExpressions;
using Slipway.Workflows.Model;

namespace Slipway.Workflows.Jobs.Planning;

/// <summary>What a job's targets hand to later jobs: values, and the hashes of their files.</summary>
static partial class JobOutputs
{
    public static ValueMap<string> Of(PlannedJob job, JobGraph graph) =>
        ValueMap.From(
            job.Heads.SelectMany(head => head.Outputs)
                .DistinctBy(output => output.Name, StringComparer.OrdinalIgnoreCase)
                .Select(output => new Entry<string>(
                    output.Name,
                    $"${{{{ steps.{JobSteps.Build}.outputs.{output.Name} }}}}",
                    output.Description
                ))
                .Concat(Handovers.From(job, graph).SelectMany(target => ArtifactSteps.Outputs(target, job)))
        );

    public static IEnumerable<SpecProblem> Check(PlannedJob job, JobGraph graph, SourcePlace place) =>
        [.. Twice(job, place), .. Taken(job, graph, place), .. OwnAddress(job, place)];

    static IEnumerable<SpecProblem> Twice(PlannedJob job, SourcePlace place) =>
        job
            .Heads.SelectMany(head => head.Outputs, (head, output) => (Head: head.Name, Output: output.Name))
            .GroupBy(pair => pair.Output, StringComparer.OrdinalIgnoreCase)
            .Where(pairs => pairs.Count() > 1)
            .Select(pairs => new SpecProblem(
                place,
                $"'{pairs.First().Head}' and '{pairs.Last().Head}' are in one job, and both yield '{pairs.Key}'",
                "Rename one of the outputs, or give each target a job of its own"
            ));

    static IEnumerable<SpecProblem> Taken(PlannedJob job, JobGraph graph, SourcePlace place)
    {
        foreach (var (parameter, value, _) in job.Spec?.Parameters ?? [])
        {
            if (value is not OutputValue taken)
                continue;
            var outputs = graph.Targets[taken.Target].Outputs.Select(output => output.Name).ToList();
            var producer = graph.JobOf(taken.Target);
            if (!outputs.Contains(taken.Output, StringComparer.OrdinalIgnoreCase))
                yield return new SpecProblem(
                    place,
                    $"{parameter} takes the output '{taken.Output}' of '{taken.Target}', which does not yield it",
                    outputs.Count == 0
                        ? $"Put [Yields] on the target, which writes it with {nameof(StepOutputs)}.{nameof(StepOutputs.Set)}"
                        : NearestName.Ask(taken.Output, outputs)
                );
            else if (producer is null)
                yield return new SpecProblem(
                    place,
                    $"{parameter} takes the output '{taken.Output}' of '{taken.Target}', which no job of this workflow is there for",
                    "State a job for it"
                );
            else if (producer == job)
                yield return new SpecProblem(
                    place,
                    $"{parameter} takes the output '{taken.Output}' of '{taken.Target}', which runs in the same job",
                    "Give it a job of its own"
                );
            else if (JobMatrices.Count(producer) > 1)
                yield return new SpecProblem(
                    place,
                    $"{parameter} takes the output '{taken.Output}' of '{taken.Target}', which runs {JobMatrices.Count(producer)} times",
                    "Take it from a job without a matrix: the last run's output would be the one"
                );
        }
    }

    static IEnumerable<SpecProblem> OwnAddress(PlannedJob job, SourcePlace place)
    {
        var outputs = job.Heads.SelectMany(head => head.Outputs).Select(output => output.Name).ToList();
        return OwnOutput()
            .Matches(job.Spec?.Environment?.Url ?? "")
            .Select(match => match.Groups["name"].Value)
            .Where(name => !outputs.Contains(name, StringComparer.OrdinalIgnoreCase))
            .Select(name => new SpecProblem(
                place,
                $"the environment's URL takes the output '{name}', which no target of the job yields",
                NearestName.Ask(name, outputs)
            ));
    }

    [GeneratedRegex(
        @"steps\.build\.outputs\.(?<name>[\w-]+)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex OwnOutput();
}
