using Nuke.Common;

class Conditions : Sample
{
    public static int Run() => Execute<Conditions>(x => x.Fine);

    bool _fineRan;

    Target Fine =>
        _ =>
            _.Executes(() =>
            {
                _fineRan = true;
                Say("ran:Fine");
            });

    Target ThrowsStatic => _ => _.OnlyWhenStatic(() => Fail()).Executes(Ran());
    Target ThrowsDynamic => _ => _.DependsOn(Fine).OnlyWhenDynamic(() => Fail()).Executes(Ran());

    Target SeesFine => _ => _.DependsOn(Fine).OnlyWhenDynamic(() => _fineRan).Executes(Ran());
    Target ForeseesFine => _ => _.DependsOn(Fine).OnlyWhenStatic(() => _fineRan).Executes(Ran());
    Target Assured => _ => _.After(ThrowsStatic, ThrowsDynamic).AssuredAfterFailure().Executes(Ran());

    static bool Fail() => throw new InvalidOperationException("the condition failed");
}
