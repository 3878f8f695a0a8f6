using System.Text.Json;
using Nuke.Common;
using Slipway.Components;
using Slipway.Workflows.Jobs;
using Slipway.Workflows.Model;
using Slipway.Workflows.Nuke;

namespace Slipway.Testing.Build;

/// <summary>
/// A build whose workflow is run: what <see cref="Make"/> leaves, <see cref="Use"/> and <see cref="Ship"/> take, and
/// <see cref="Check"/> has nothing to do with them. Each says its name and its variables when it runs. What is made is
/// never the same twice.
/// </summary>
[KnownTargets]
[ResultCache]
sealed class WorkflowBuild : NukeBuild, IWorkflows, IRunWorkflow, IHazCache
{
    static int Main(string[] arguments)
    {
        JsonOutput.Prepare(arguments);
        return Execute<WorkflowBuild>(build => build.Ship);
    }

    IReadOnlyList<WorkflowSpec> IWorkflows.Specs =>
        [
            new("sample")
            {
                Name = "Sample",
                On = [new EventTrigger("push")],
                Targets = [nameof(Check), nameof(Use), nameof(Ship)],
            },
        ];

    Target Check => _ => _.Cached(this, _ => _.Files("checks/**")).Executes(() => Say(nameof(Check)));

    Target Make =>
        _ =>
            _.Produces(Made)
                .Cached(this, _ => _.Files("src/**").Produces(Made))
                .Executes(() =>
                {
                    Say(nameof(Make));
                    Directory.CreateDirectory(Path.GetDirectoryName(Made)!);
                    File.WriteAllText(Made, $"{Guid.NewGuid()}");
                });

    Target Use =>
        _ =>
            _.DependsOn(Make)
                .Consumes(Make)
                .Cached(this, _ => _.Path("what is made", () => Made))
                .Executes(() => Say(nameof(Use)));

    /// <summary>Changes something: it always runs.</summary>
    Target Ship =>
        _ => _.DependsOn(Make).Consumes(Make).Executes(() => Say($"{nameof(Ship)} {File.ReadAllText(Made)}"));

    static string Made => RootDirectory / "made" / "program";

    static void Say(string what)
    {
        Console.WriteLine($"ran {what}");
        Console.WriteLine($"with {JsonSerializer.Serialize(EnvironmentInfo.Variables)}");
    }
}
