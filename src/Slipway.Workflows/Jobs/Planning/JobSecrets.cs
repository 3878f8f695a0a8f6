using Slipway.Workflows.Audit.Rules;
using Slipway.Workflows.Model;

namespace Slipway.Workflows.Jobs.Planning;

/// <summary>Secrets reach only the jobs whose targets declare them, in an environment that guards them.</summary>
static class JobSecrets
{
    /// <summary>GitHub takes no secret of such a name.</summary>
    const string Reserved = "GITHUB_";

    /// <summary>Parameters with the expressions that fill them.</summary>
    public static IEnumerable<(string Parameter, string Expression)> Of(PlannedJob job) =>
        Declared(job)
            .Select(secret =>
                (
                    secret.Parameter,
                    secret.IsJobToken ? "github.token" : $"secrets.{Casing.UpperSnake(secret.Parameter)}"
                )
            );

    public static IEnumerable<SpecProblem> Check(PlannedJob job, SourcePlace place)
    {
        foreach (var secret in Declared(job).Where(secret => !secret.IsJobToken))
        {
            var name = Casing.UpperSnake(secret.Parameter);
            var user = job.Targets.First(target => target.Secrets.Contains(secret)).Name;
            if (name.StartsWith(Reserved, StringComparison.Ordinal))
                yield return new SpecProblem(
                    place,
                    $"the target '{user}' uses the secret {name}, and GitHub keeps names with {Reserved} for itself",
                    $"Set {nameof(UsesSecretAttribute.IsJobToken)} if it takes the job's token, or rename the parameter"
                );
            if (job.Spec?.Environment is null)
                yield return new SpecProblem(
                    place,
                    $"the target '{user}' uses the secret {name}, and its job '{job.Id}' is in no environment",
                    "State the Environment of its job: the secret then has its reviewers and branches"
                );
        }
    }

    /// <summary>What expressions of the finished job read, and no target of it declares.</summary>
    public static IEnumerable<SpecProblem> CheckReads(PlannedJob job, Workflow workflow, SourcePlace place)
    {
        var declared = Of(job).Select(secret => secret.Expression).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return SecretReferences
            .Of(workflow, $"jobs.{job.Id}")
            .Select(read => read.Part)
            .Where(read => !declared.Contains(read))
            .Distinct(StringComparer.Ordinal)
            .Select(read => new SpecProblem(
                place,
                $"the job '{job.Id}' reads '{read}', which none of its targets declares",
                $"Put [UsesSecret] on the target that takes it; the job then gets it as a parameter"
            ));
    }

    static IEnumerable<SecretUse> Declared(PlannedJob job) =>
        job
            .Targets.SelectMany(target => target.Secrets)
            .DistinctBy(secret => secret.Parameter, StringComparer.OrdinalIgnoreCase);
}
