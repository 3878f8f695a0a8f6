using Nuke.Common;

class Skipping : Sample
{
    public static int Run() => Execute<Skipping>(x => x.Pack);

    Target Restore => _ => _.Executes(Ran());
    Target Compile => _ => _.DependsOn(Restore).Executes(Ran());
    Target Pack => _ => _.DependsOn(Compile).Executes(Ran());

    Target StaticOff => _ => _.DependsOn(Restore).OnlyWhenStatic(() => IsOff).Executes(Ran());
    Target AfterStaticOff => _ => _.DependsOn(StaticOff).Executes(Ran());

    Target StaticOffKeeping =>
        _ => _.DependsOn(Restore).OnlyWhenStatic(() => IsOff).WhenSkipped(DependencyBehavior.Execute).Executes(Ran());
    Target AfterStaticOffKeeping => _ => _.DependsOn(StaticOffKeeping).Executes(Ran());

    Target DynamicOff => _ => _.DependsOn(Restore).OnlyWhenDynamic(() => IsOff).Executes(Ran());
    Target AfterDynamicOff => _ => _.DependsOn(DynamicOff).Executes(Ran());

    Target SharesRestore => _ => _.DependsOn(StaticOff, Compile).Executes(Ran());

    Target StaticOn => _ => _.OnlyWhenStatic(() => !IsOff).OnlyWhenDynamic(() => !IsOff).Executes(Ran());

    Target SkippedTrigger => _ => _.OnlyWhenStatic(() => IsOff).Triggers(Triggered).Executes(Ran());
    Target Triggered => _ => _.Executes(Ran());

    bool IsOff => false;
}
