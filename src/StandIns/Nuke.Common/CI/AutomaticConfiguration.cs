using System.Diagnostics;
using Nuke.Common.Execution;
using Nuke.Common.IO;
using Serilog;

namespace Nuke.Common.CI;

/// <summary>
/// On a person's machine, keeps the CI configurations that want it up to date. The package starts the build once more for
/// each of them on every run; here that happens when the build was compiled anew.
/// </summary>
internal sealed class AutomaticConfiguration(NukeBuild build) : IOnBuildCreated
{
    public float Priority => 45;

    public void OnBuildCreated(IReadOnlyCollection<ExecutableTarget> executableTargets)
    {
        if (
            !build.GetType().IsDefined(typeof(ConfigurationAttributeBase), inherit: true)
            || NukeBuild.IsServerBuild
            || build.Help
            || NukeBuild.BuildAssemblyFile is not { } assembly
        )
            return;

        var stamp = new BuildStamp(NukeBuild.TemporaryDirectory / "configurations.stamp", build.GetType());
        if (stamp.IsUpToDate())
            return;

        foreach (var generator in ConfigurationGeneration.GeneratorsOf(build).Where(x => x.AutoGenerate))
            Generate(generator, assembly);
        stamp.Write();
    }

    private static void Generate(IConfigurationGenerator generator, AbsolutePath assembly)
    {
        var files = generator.GeneratedFiles.ToList();
        files.ForEach(x => Directory.CreateDirectory(x.Parent));
        var before = files.Select(Read).ToList();

        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
            WorkingDirectory = NukeBuild.RootDirectory,
        };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) is "dotnet")
            start.ArgumentList.Add(assembly);
        foreach (
            var argument in (string[])
                [$"--{Constants.ConfigurationParameterName}", generator.Id, "--host", generator.HostName]
        )
            start.ArgumentList.Add(argument);

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new BuildInputException($"The configuration {generator.DisplayName} could not be written:\n{output}");

        if (!files.Select(Read).SequenceEqual(before, StringComparer.Ordinal))
            Log.Warning("Configuration files for {Configuration} have changed.", generator.DisplayName);
    }

    private static string? Read(AbsolutePath file) => File.Exists(file) ? File.ReadAllText(file) : null;
}
