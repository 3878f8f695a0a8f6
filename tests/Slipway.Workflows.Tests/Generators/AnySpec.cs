using FsCheck;
using FsCheck.Fluent;
using Slipway.Workflows.Jobs;
using Slipway.Workflows.Model;

namespace Slipway.Workflows.Tests.Generators;

/// <summary>Whatever somebody may state of a build's workflow, right or wrong.</summary>
static class AnySpec
{
    static readonly string[] Words = ["", "a", "two words", "${{ github.ref }}", "it's", "1.10"];
    static readonly string[] Expressions =
    [
        "github.ref == 'refs/heads/main'",
        "inputs.missing",
        "secrets.API_KEY",
        "github.ref ==",
        "needs.target-a.result",
        "matrix.seed",
        "always() || failure()",
    ];

    public static Gen<StatedBuild> Any { get; } =
        from build in AnyBuild.Valid
        from jobs in Job(build.Targets).ListOf(2)
        from events in Gen.SubListOf<Trigger>(
            new EventTrigger("push"),
            new EventTrigger("pull_request"),
            new EventTrigger("release"),
            new EventTrigger("nothing")
        )
        from runner in Gen.Elements("ubuntu-24.04", "self-hosted")
        from keepsOrder in Some.Flag
        select build with
        {
            Spec = new WorkflowSpec("any")
            {
                Name = "Any",
                On = ValueList.From(events),
                Targets = build.Spec.Targets,
                Jobs = ValueList.From(jobs),
                Runner = runner,
                KeepsOrder = keepsOrder,
            },
        };

    static Gen<JobSpec> Job(TargetFacts[] targets) =>
        from names in Names(targets, 3)
        from after in Names(targets, 1)
        from parameters in Parameter(targets).ListOf(2)
        from environment in Gen.Elements(null, "staging", "${{ github.head_ref }}")
        from condition in Gen.Frequency((4, Gen.Constant<string?>(null)), (1, Gen.Elements<string?>(Expressions)))
        from seeds in Gen.Elements(0, 0, 2, 300)
        from minutes in Gen.Elements<int?>(null, 10, 0)
        select new JobSpec([.. names])
        {
            After = [.. after],
            Parameters = ValueMap.From(parameters.DistinctBy(entry => entry.Key)),
            Environment = environment is null ? null : new DeploymentEnvironment(environment),
            If = condition,
            Matrix = new JobMatrix
            {
                Parameters =
                    seeds == 0
                        ? []
                        : [new("Seed", ValueList.From(Enumerable.Range(0, seeds).Select(seed => $"{seed}")))],
            },
            TimeoutMinutes = minutes,
        };

    static Gen<Entry<ParameterValue>> Parameter(TargetFacts[] targets) =>
        from name in Gen.Elements("Digest", "Seed", "GitHubToken", "Partition")
        from value in Gen.OneOf(
            Gen.Elements(Words).Select(word => (ParameterValue)word),
            Gen.Elements(Expressions).Select(From.Expression),
            from target in Gen.Elements(targets)
            from output in Gen.Elements(target.Outputs[0].Name, "nothing")
            select From.Output(target.Name, output)
        )
        select new Entry<ParameterValue>(name, value);

    static Gen<IEnumerable<string>> Names(TargetFacts[] targets, int most) =>
        from chosen in Gen.SubListOf(targets)
        from wrong in Gen.Choose(1, 20)
        select chosen.Select(target => target.Name).Take(most).Concat(wrong == 1 ? ["Nothing"] : []);
}
