using Nuke.Common;

/// <summary>Says each event; the variable CONFORMANCE_THROW names one that throws.</summary>
class Events : Sample
{
    public static int Run() => Execute<Events>(x => x.All);

    Target First => _ => _.Executes(Ran());
    Target Off => _ => _.OnlyWhenDynamic(() => Never).Executes(Ran());
    Target Broken => _ => _.ProceedAfterFailure().Executes(() => throw new InvalidOperationException("it went wrong"));
    Target Grouping => _ => _.DependsOn(First);
    Target All => _ => _.DependsOn(Grouping, Off).Executes(Ran());
    Target WithBroken => _ => _.DependsOn(First, Broken).Executes(Ran());

    bool Never => false;

    protected override void OnBuildCreated() => Happens(nameof(OnBuildCreated));

    protected override void OnBuildInitialized() => Happens(nameof(OnBuildInitialized));

    protected override void OnBuildFinished() => Happens(nameof(OnBuildFinished));

    protected override void OnTargetRunning(string target) => Happens(nameof(OnTargetRunning), target);

    protected override void OnTargetSkipped(string target) => Happens(nameof(OnTargetSkipped), target);

    protected override void OnTargetSucceeded(string target) => Happens(nameof(OnTargetSucceeded), target);

    protected override void OnTargetFailed(string target) => Happens(nameof(OnTargetFailed), target);

    static void Happens(string what, string target = "")
    {
        Say($"event:{what}:{target}");
        if (Variable("CONFORMANCE_THROW") == what)
            throw new InvalidOperationException($"{what} failed");
    }
}
