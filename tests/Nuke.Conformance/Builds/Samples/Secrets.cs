using Nuke.Common;
using Nuke.Common.Tooling;

class Secrets : Sample
{
    public static int Run() => Execute<Secrets>(x => x.Tell);

    [Parameter("The token.")]
    [Secret]
    readonly string Token;

    Target Prints => _ => _.Executes(() => Say($"printed {Token}."));

    Target Logs => _ => _.Executes(() => Serilog.Log.Warning("logged {Token}.", Token));

    Target Throws => _ => _.Executes(() => throw new InvalidOperationException($"thrown {Token}."));

    Target RunsTool =>
        _ =>
            _.Executes(() =>
                ProcessTasks.StartProcess("sh", $"-c \"echo from a tool: {Token}.\"").AssertZeroExitCode()
            );

    new Target Tell => _ => _.Executes(() => Say($"length={Token?.Length}"));

    Target Needs => _ => _.Requires(() => Token).Executes(Ran());
}
