using Nuke.Common;
using Slipway.Workflows;
using Slipway.Workflows.Jobs;
using Slipway.Workflows.Model;
using Slipway.Workflows.Nuke;

[NeedsHistory]
interface IHazVersion : INukeBuild;

interface IPublish : IHazVersion
{
    [NeedsPermission("packages", Access.Write, "to publish the package")]
    [Yields("digest", "of the package")]
    Target Publish { get; }
}

/// <summary>A build that has its workflow written from its targets.</summary>
[KnownTargets]
[SlipwayWorkflow("ci", Name = "CI", On = ["push", "pull_request"], Targets = [nameof(Publish)])]
class Workflows : Sample, IPublish
{
    public static int Run() => Execute<Workflows>(x => x.Publish);

    Target Compile => _ => _.Executes(Ran());

    Target Test => _ => _.Description("The tests").DependsOn(Compile).Executes(Ran());

    Target Verify => _ => _.DependsOn(Test);

    Target Pack =>
        _ => _.DependsOn(Compile).After(Test).Produces(RootDirectory / "artifacts" / "*.nupkg").Executes(Ran());

    [NeedsPermission("attestations", Access.Write, "to attest it")]
    public Target Publish => _ => _.DependsOn(Pack, Verify).Consumes(Pack).Executes(Ran());

    /// <summary>Nothing that a workflow reaches.</summary>
    Target Facts =>
        _ =>
            _.Executes(() =>
            {
                foreach (var facts in TargetGraph.Of(this))
                    Tell(facts);
            });

    static void Tell(TargetFacts facts)
    {
        var name = facts.Name;
        Tell($"{name}.DependsOn", facts.DependsOn);
        Tell($"{name}.After", facts.After);
        Tell($"{name}.Produces", facts.Produces);
        Tell($"{name}.Consumes", facts.Consumes.Select(x => x.Target));
        Tell($"{name}.Permissions", facts.Permissions.Select(x => $"{x.Scope}: {x.Access}"));
        Tell($"{name}.Outputs", facts.Outputs.Select(x => x.Name));
        Tell($"{name}.NeedsHistory", facts.NeedsHistory.ToString());
    }
}
