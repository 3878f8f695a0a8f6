// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using System.Linq.Expressions;
using System.Text;
using Nuke.Common.Utilities;
using Serilog;

namespace Nuke.Common.Execution;

/// <summary>Takes a build from the command line to the exit code.</summary>
internal static class BuildManager
{
    /// <summary>The version of the package that this stands in for.</summary>
    public const string EngineVersion = "10.1.0";

    private const int ErrorExitCode = -1;
    private static readonly LinkedList<Action> s_cancelled = new();

    /// <summary>The build is interrupted; what was added last is called first.</summary>
#pragma warning disable MA0046 // The handlers take nothing, as the package's do.
    public static event Action Cancelled
#pragma warning restore MA0046
    {
        add => s_cancelled.AddFirst(value);
        remove => s_cancelled.Remove(value);
    }

    /// <summary>Runs the build; returns 0, 255 (as -1), or the exit code that it has set.</summary>
    public static int Execute<T>(Expression<Func<T, Target>>[] defaultTargets)
        where T : NukeBuild, new()
    {
        if (OperatingSystem.IsWindows())
            Console.OutputEncoding = Encoding.UTF8;

        try
        {
            Prepare();
            return Run(new T(), defaultTargets);
        }
        catch (Exception exception)
        {
            Host.Error(MessageOf(exception));
            return ErrorExitCode;
        }
    }

    /// <summary>Settles what the rest is written with, before there is a build.</summary>
    private static void Prepare()
    {
        // A wrong root, host or verbosity ends here, with one line.
        _ = NukeBuild.RootDirectory;
        Screen.HasColors |= NukeBuild.Host.AlwaysShowsColors && !Screen.IsColorUnwanted;
        NukeBuild.Verbosity = VerbosityParameter.Find();
    }

    private static int Run<T>(T build, Expression<Func<T, Target>>[] defaultTargets)
        where T : NukeBuild
    {
        var finish = new BuildFinish(build);
        void OnInterrupt(object sender, ConsoleCancelEventArgs arguments)
        {
            foreach (var handler in s_cancelled.ToList())
                handler();
        }

        Console.CancelKeyPress += OnInterrupt;
        try
        {
            Logging.Configure(build);
            build.ExecutableTargets = ExecutableTargetFactory.CreateAll(build, defaultTargets);
            build.Raise<IOnBuildCreated>(x => x.OnBuildCreated(build.ExecutableTargets));

            if (!build.NoLogo)
                build.WriteLogo();

            build.ExecutionPlan = ExecutionPlanner.GetExecutionPlan(
                build.ExecutableTargets,
                TargetNames(Constants.InvokedTargetsParameterName)
            );
            finish.IsDue = true;
            build.Raise<IOnBuildInitialized>(x => x.OnBuildInitialized(build.ExecutableTargets, build.ExecutionPlan));

            Cancelled += finish.Once;
            new BuildExecutor(
                build,
                new BuildAttempt(
                    Constants.GetBuildAttemptFile(NukeBuild.RootDirectory),
                    ParameterSources.Current.Arguments
                )
            ).Execute(TargetNames(Constants.SkippedTargetsParameterName));
        }
        catch (BuildExitException exit)
        {
            finish.IsDue = false;
            return exit.ExitCode;
        }
        catch (TargetExecutionException)
        {
            build.ExitCode ??= ErrorExitCode;
        }
        catch (Exception exception)
        {
            Log.Verbose(exception.Unwrap(), "Target-unrelated exception was thrown");
            Host.Error(MessageOf(exception));
            build.ExitCode ??= ErrorExitCode;
        }
        finally
        {
            finish.Once();
            Log.CloseAndFlush();
            Console.CancelKeyPress -= OnInterrupt;
        }

        return build.ExitCode ??= build.IsSucceeding ? 0 : ErrorExitCode;
    }

    private static IReadOnlyCollection<string> TargetNames(string parameter) =>
        ParameterSources.Current.Find(parameter, Constants.TargetsSeparator[0])?.Texts;

    private static string MessageOf(Exception exception) => exception.Unwrap().Message;
}
