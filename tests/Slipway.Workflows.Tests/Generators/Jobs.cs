using FsCheck;
using FsCheck.Fluent;
using Slipway.Workflows.Model;

namespace Slipway.Workflows.Tests.Generators;

static class Jobs
{
    const string Sha = "8e5e7e5ab8b370d6c329ec480221332ada57f0ab";
    const string FlagExpression = "${{ matrix.experimental }}";

    static readonly Gen<Step> Scripts =
        from run in Texts.WithExpressions
        from shell in Gen.Elements("bash", "pwsh", "python").Maybe()
        from directory in Texts.NonEmpty.Maybe()
        select (Step)new RunStep(run) { Shell = shell, WorkingDirectory = directory };

    static readonly Gen<Step> Actions =
        from uses in Gen.Elements(
            $"acme/thing@{Sha}",
            $"acme/things/sub@{Sha}",
            "./.github/actions/own",
            "docker://alpine:3.8"
        )
        from inputs in Some.Map(Texts.NonEmpty, Texts.WithExpressions)
        select (Step)new ActionStep(uses) { With = inputs };

    static readonly Gen<Step> Steps =
        from step in Gen.OneOf(Scripts, Actions)
        from name in Texts.WithExpressions.Maybe()
        from condition in Texts.If.Maybe()
        from env in Settings.Env
        from continues in Some.Flag.Expressible(FlagExpression).Maybe()
        from minutes in Gen.Choose(1, 360).Expressible("${{ fromJSON(env.LIMIT) }}").Maybe()
        select step with
        {
            Name = name,
            If = condition,
            Env = env,
            ContinueOnError = continues,
            TimeoutMinutes = minutes,
        };

    static readonly Gen<Job> Runners =
        from steps in Steps.List(1, 4)
        from named in Some.Flag
        from runsOn in Settings.RunsOn
        from minutes in Gen.Choose(1, 360).Expressible("${{ fromJSON(vars.LIMIT) }}").Maybe()
        from cancelMinutes in Gen.Choose(1, 5).Expressible("${{ fromJSON(vars.LIMIT) }}").Maybe()
        from continues in Some.Flag.Expressible(FlagExpression).Maybe()
        from environment in Settings.Environment.Maybe()
        from container in Settings.Container.Maybe()
        from services in Some.Map(Texts.Word, Settings.Service, max: 2)
        from env in Settings.Env
        from defaults in Settings.Defaults.Maybe()
        from outputs in Some.Map(Texts.Word, Texts.WithExpressions)
        from snapshot in Gen.Elements(
                new Snapshot("image"),
                new Snapshot("yes") { Version = "1.*", If = "github.ref == 'refs/heads/main'" }
            )
            .Maybe()
        select (Job)
            new RunnerJob
            {
                RunsOn = runsOn,
                Steps = named
                    ? ValueList.From(steps.Select((step, index) => step with { Id = $"step-{index}" }))
                    : steps,
                TimeoutMinutes = minutes,
                CancelTimeoutMinutes = cancelMinutes,
                ContinueOnError = continues,
                Environment = environment,
                Container = container,
                Services = services,
                Env = env,
                Defaults = defaults,
                Outputs = outputs,
                Snapshot = snapshot,
            };

    static readonly Gen<Job> Calls =
        from uses in Gen.Elements($"acme/flows/.github/workflows/ship.yml@{Sha}", "./.github/workflows/own.yml")
        from inputs in Some.Map(
            Texts.NonEmpty,
            Gen.OneOf(
                Texts.WithExpressions.Select(text => (Value)text),
                Some.Flag.Select(flag => (Value)flag),
                Gen.Elements<double>(1, 2.5).Select(number => (Value)number)
            )
        )
        from secrets in Gen.OneOf(
                Gen.Constant(CallSecrets.InheritAll),
                Some.Map(Texts.Word, Gen.Constant<Value>("${{ secrets.TOKEN }}")).Select(CallSecrets.Of)
            )
            .Maybe()
        select (Job)
            new CallJob
            {
                Uses = uses,
                With = inputs,
                Secrets = secrets,
            };

    static readonly Gen<Job> Single =
        from job in Gen.Frequency((3, Runners), (1, Calls))
        from name in Texts.WithExpressions.Maybe()
        from condition in Texts.If.Maybe()
        from permissions in Settings.Permissions.Maybe()
        from concurrency in Settings.Concurrency.Maybe()
        from strategy in Settings.Strategy.Maybe()
        select job with
        {
            Name = name,
            If = condition,
            Permissions = permissions,
            Concurrency = concurrency,
            Strategy = strategy,
        };

    /// <summary>Each job may need those above it, and only those.</summary>
    public static Gen<ValueMap<Job>> Any { get; } =
        from jobs in Single.Several(1, 4)
        from needs in Some.Flag.ArrayOf(jobs.Length * jobs.Length)
        select ValueMap.From(
            jobs.Select(
                (job, index) =>
                    new Entry<Job>(
                        $"job-{index}",
                        job with
                        {
                            Needs = ValueList.From(
                                Enumerable
                                    .Range(0, index)
                                    .Where(above => needs[(index * jobs.Length) + above])
                                    .Select(above => $"job-{above}")
                            ),
                        }
                    )
            )
        );
}
