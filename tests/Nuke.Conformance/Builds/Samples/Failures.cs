using Nuke.Common;

class Failures : Sample
{
    public static int Run() => Execute<Failures>(x => x.Good);

    Target Good => _ => _.Executes(Ran());
    Target Bad => _ => _.Executes(Ran(), () => throw new InvalidOperationException("it went wrong"));
    Target AfterBad => _ => _.DependsOn(Bad).Executes(Ran());

    Target Proceeding =>
        _ => _.ProceedAfterFailure().Executes(Ran(), () => throw new InvalidOperationException("it went wrong"));
    Target AfterProceeding => _ => _.DependsOn(Proceeding).Executes(Ran());

    Target Assured => _ => _.After(Bad).AssuredAfterFailure().Executes(Ran());
    Target AssuredDependent => _ => _.DependsOn(Bad).AssuredAfterFailure().Executes(Ran());
    Target AssuredFailing =>
        _ =>
            _.After(Bad)
                .Before(Assured)
                .AssuredAfterFailure()
                .Executes(Ran(), () => throw new InvalidOperationException("the assured one failed too"));

    Target SecondAction => _ => _.Executes(() => Say("first action")).Executes(() => Say("second action"));

    Target ExitsSeven => _ => _.Executes(() => ExitCode = 7);
    Target ExitsZeroThenFails =>
        _ =>
            _.Executes(() =>
            {
                ExitCode = 0;
                throw new InvalidOperationException("it went wrong");
            });

    Target Asynchronous =>
        _ =>
            _.Executes(async () =>
            {
                await Task.Delay(50);
                Say("ran:Asynchronous");
            });

    Target AsynchronousFailure =>
        _ =>
            _.Executes(async () =>
            {
                await Task.Yield();
                throw new InvalidOperationException("it went wrong later");
            });

    /// <summary>The compiler takes <c>Executes&lt;T&gt;(Func&lt;T&gt;)</c> for an async lambda with a result.</summary>
    Target AsynchronousWithResult =>
        _ =>
            _.Executes(async () =>
            {
                await Task.Delay(200);
                Say("ran:AsynchronousWithResult");
                return 1;
            });

    Target Asserts => _ => _.Executes(() => Assert.Fail("the assertion's text"));

    Target Summary =>
        _ =>
            _.Executes(() =>
            {
                ReportSummary(x => new Dictionary<string, string> { ["Passed"] = "3", ["Skipped"] = "1" });
            });

    Target Logs =>
        _ =>
            _.Executes(() =>
            {
                Serilog.Log.Verbose("a verbose line");
                Serilog.Log.Debug("a debug line");
                Serilog.Log.Information("an information line with {Value}", 42);
                Serilog.Log.Warning("a warning line");
                Serilog.Log.Error("an error line");
            });
}
