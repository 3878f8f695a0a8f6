using Nuke.Common;

class Cycle : Sample
{
    public static int Run() => Execute<Cycle>(x => x.Alone);

    Target Alone => _ => _.Executes(Ran());
    Target Hen => _ => _.DependsOn(Egg).Executes(Ran());
    Target Egg => _ => _.After(Hen).Executes(Ran());
}
