using Nuke.Common;

interface IHasGreeting : INukeBuild
{
    [Parameter("Who is greeted.")]
    string Greeted => TryGetValue(() => Greeted) ?? "nobody";
}

interface IRestoreParts : INukeBuild
{
    Target RestoreParts => _ => _.Executes(() => Console.WriteLine("ran:RestoreParts"));
}

interface ICompileParts : IRestoreParts, IHasGreeting
{
    Target CompileParts =>
        _ => _.DependsOn(RestoreParts).Executes(() => Console.WriteLine($"ran:CompileParts for {Greeted}"));
}

interface ITestParts : INukeBuild
{
    Target TestParts =>
        _ =>
            _.TryDependsOn<ICompileParts>(x => x.CompileParts)
                .TryAfter<INotThere>(x => x.Absent)
                .TryTriggers<INotThere>(x => x.Absent)
                .Executes(() => Console.WriteLine("ran:TestParts"));
}

interface INotThere : INukeBuild
{
    Target Absent => _ => _.Executes(() => Console.WriteLine("ran:Absent"));
}

[ParameterPrefix("Prefixed")]
interface IHasPrefix : INukeBuild
{
    [Parameter("A prefixed one.")]
    string Thing => TryGetValue(() => Thing);
}

interface IShipParts : INukeBuild
{
    Target ShipParts => _ => _.Executes(() => Console.WriteLine("ran:ShipParts of the component"));
}

abstract class ComponentsBase : Sample
{
    public virtual Target Overridden => _ => _.Executes(() => Say("ran:Overridden in the base"));
}

class Components : ComponentsBase, ICompileParts, ITestParts, IShipParts, IHasPrefix
{
    public static int Run() => Execute<Components>(x => ((ITestParts)x).TestParts);

    public override Target Overridden => _ => _.Base().Executes(() => Say("ran:Overridden in the build"));

    Target IShipParts.ShipParts =>
        _ => _.Inherit<IShipParts>(x => x.ShipParts).Executes(() => Say("ran:ShipParts of the build"));

    Target Prefixed => _ => _.Executes(() => Tell("Thing", ((IHasPrefix)this).Thing));

    Target Shorthand => _ => _.DependsOn<IRestoreParts>().Executes(Ran());
}
