using Nuke.Common;

class Ordering : Sample
{
    public static int Run() => Execute<Ordering>(x => x.Nothing);

    Target Nothing => _ => _.Executes(Ran());

    Target A => _ => _.Executes(Ran());
    Target B => _ => _.Executes(Ran());
    Target C => _ => _.Executes(Ran());

    Target Early => _ => _.Before(Between).Executes(Ran());
    Target Between => _ => _.Before(Late).Executes(Ran());
    Target Late => _ => _.Executes(Ran());

    Target Zero => _ => _.Executes(Ran());
    Target Middle => _ => _.After(Zero).Executes(Ran());
    Target Absolute => _ => _.After(Middle).Executes(Ran());

    Target Top => _ => _.DependsOn(Left, Right).Executes(Ran());
    Target Left => _ => _.DependsOn(Bottom).Executes(Ran());
    Target Right => _ => _.DependsOn(Bottom).Executes(Ran());
    Target Bottom => _ => _.Executes(Ran());

    Target Prerequisite => _ => _.DependentFor(Dependent).Executes(Ran());
    Target Dependent => _ => _.Executes(Ran());

    Target Starter => _ => _.Triggers(Started).Executes(Ran());
    Target Started => _ => _.DependsOn(StartedFirst).Executes(Ran());
    Target StartedFirst => _ => _.Executes(Ran());
    Target Follower => _ => _.TriggeredBy(Started).Executes(Ran());

    Target Producer => _ => _.Produces("*.txt").Executes(Ran());
    Target Consumer => _ => _.Consumes(Producer).Executes(Ran());

    Target Collective => _ => _.DependsOn(A, B);
    Target UsesCollective => _ => _.DependsOn(Collective).Executes(Ran());
}
