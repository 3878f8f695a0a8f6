using Nuke.Common.CI;

namespace Nuke.Common.Execution;

/// <summary>
/// Keeps <c>.nuke/build.schema.json</c> up to date, from which editors and shells complete targets and parameters, and
/// answers <c>:complete</c>.
/// </summary>
internal sealed class SchemaExtension(NukeBuild build) : IOnBuildCreated
{
    public float Priority => 75;

    public void OnBuildCreated(IReadOnlyCollection<ExecutableTarget> executableTargets)
    {
        if (BuildServerConfigurationGeneration.IsActive)
            return;

        var arguments = ParameterSources.Current.Arguments;
        if (arguments.Positional is [Completion.Command, ..])
        {
            foreach (var item in Completion.For(arguments.All.Skip(2), build, executableTargets))
                Console.WriteLine(item);
            throw new BuildExitException();
        }

        UpdateFiles(executableTargets);
        if (arguments.Has(Constants.CompletionParameterName))
            throw new BuildExitException();
    }

    private void UpdateFiles(IReadOnlyCollection<ExecutableTarget> targets)
    {
        var root = NukeBuild.RootDirectory;
        var schema = Constants.GetBuildSchemaFile(root);
        var stamp = new BuildStamp(NukeBuild.TemporaryDirectory / "build.schema.stamp", build.GetType());
        if (File.Exists(schema) && stamp.IsUpToDate())
            return;

        var text = SchemaWriter.Write(build, targets);
        if (!File.Exists(schema) || !File.ReadAllText(schema).Equals(text, StringComparison.Ordinal))
            SafeFile.Write(schema, text);

        var parameters = Constants.GetParametersFile(root, Constants.DefaultProfileName);
        if (!File.Exists(parameters))
            SafeFile.Write(parameters, $"{{\n  \"$schema\": \"./{Constants.BuildSchemaFileName}\"\n}}\n");
        stamp.Write();
    }
}
