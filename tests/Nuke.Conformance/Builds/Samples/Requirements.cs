using Nuke.Common;

class Requirements : Sample
{
    public static int Run() => Execute<Requirements>(x => x.Free);

    [Parameter("A token.")]
    readonly string Token;

    [Parameter("A count.")]
    readonly int? Count;

    [Parameter]
    readonly bool Ready;

    Target Free => _ => _.Executes(Ran());
    Target NeedsToken => _ => _.DependsOn(Free).Requires(() => Token).Executes(Ran());
    Target NeedsCount => _ => _.DependsOn(Free).Requires(() => Count).Executes(Ran());
    Target NeedsReady => _ => _.DependsOn(Free).Requires(() => Ready).Executes(Ran());
    Target UsesToken => _ => _.DependsOn(NeedsToken).Executes(Ran());

    Target OffNeedsToken => _ => _.OnlyWhenStatic(() => Never).Requires(() => Token).Executes(Ran());
    Target UsesOffNeedsToken => _ => _.DependsOn(OffNeedsToken).Executes(Ran());
    Target Assured => _ => _.AssuredAfterFailure().Executes(Ran());

    bool Never => false;
}
