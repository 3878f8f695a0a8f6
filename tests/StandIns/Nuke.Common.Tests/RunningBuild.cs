using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Nuke.Common.Execution;
using Nuke.Common.IO;

namespace Nuke.Common.Tests;

/// <summary>Builds run one at a time: they share the console and the process's parameters.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class OneBuildAtATime
{
    public const string Name = "one build at a time";
}

/// <summary>Runs a build in this process, with a command line, an environment and a parameter file of its own.</summary>
internal static class RunningBuild
{
    /// <summary>What the targets of the last run have done, in order.</summary>
    public static List<string> Trace { get; } = [];

    /// <summary>The one root directory of this process, since a build looks for it only once.</summary>
    public static AbsolutePath Root { get; } = (AbsolutePath)Directory.CreateTempSubdirectory("nuke-tests-").FullName;

    [ModuleInitializer]
    internal static void UseOwnRoot()
    {
        Directory.CreateDirectory(Root / ".nuke");
        ParameterSources.Current = Sources([$"--root={Root}"]);
        _ = NukeBuild.RootDirectory;
        _ = NukeBuild.LoadedLocalProfiles;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Root, recursive: true);
    }

    public static (int ExitCode, string Output) Run<T>(
        string[] arguments,
        Expression<Func<T, Target>>? defaultTarget = null,
        Dictionary<string, string>? environment = null,
        string? parametersFile = null
    )
        where T : NukeBuild, new()
    {
        Trace.Clear();
        SecretMasking.Clear();
        var output = new StringWriter();
        var (console, sources) = (Console.Out, ParameterSources.Current);
        try
        {
            Console.SetOut(output);
            ParameterSources.Current = Sources(arguments, environment, parametersFile);
            NukeBuild.Host = new Terminal();
            var exitCode = BuildManager.Execute(
                defaultTarget is null ? [] : new Expression<Func<T, Target>>[] { defaultTarget }
            );
            return (exitCode, output.ToString());
        }
        finally
        {
            Console.SetOut(console);
            ParameterSources.Current = sources;
        }
    }

    public static ParameterSources Sources(
        string[] arguments,
        Dictionary<string, string>? environment = null,
        string? parametersFile = null
    ) =>
        new(
            new CommandLineArguments(arguments),
            new EnvironmentParameters(environment ?? []),
            () => parametersFile is null ? [] : [Read(parametersFile)]
        );

    private static ParameterFile Read(string text)
    {
        var file = Path.Combine(Root, ".nuke", "given.json");
        File.WriteAllText(file, text);
        return ParameterFile.Read(file, Constants.DefaultProfileName);
    }
}
