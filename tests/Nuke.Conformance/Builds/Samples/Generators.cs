using Nuke.Common;
using Nuke.Common.CI;
using Nuke.Common.CI.GitHubActions;
using Nuke.Common.Execution;
using Nuke.Common.IO;
using Nuke.Common.Utilities;

/// <summary>Writes the relevant targets into a file, as a workflow generator does.</summary>
sealed class ListTargetsAttribute : ChainedConfigurationAttributeBase
{
    public override string IdPostfix => "list";
    public override Type HostType => typeof(GitHubActions);
    public override AbsolutePath ConfigurationFile => Build.RootDirectory / "targets.txt";
    public override IEnumerable<AbsolutePath> GeneratedFiles => [ConfigurationFile];
    public override IEnumerable<string> RelevantTargetNames => ["Ship"];

    public override CustomFileWriter CreateWriter(StreamWriter streamWriter) => new(streamWriter, 2, "#");

    public override ConfigurationEntity GetConfiguration(IReadOnlyCollection<ExecutableTarget> relevantTargets) =>
        new TargetList(
            relevantTargets.Select(x =>
                $"{x.Name} needs [{string.Join(",", GetTargetDependencies(x).Select(y => y.Name))}]"
                + $" runs [{string.Join(",", GetInvokedTargets(x, relevantTargets).Select(y => y.Name))}]"
            )
        );
}

sealed class TargetList(IEnumerable<string> lines) : ConfigurationEntity
{
    public override void Write(CustomFileWriter writer)
    {
        writer.WriteLine("targets:");
        using (writer.Indent())
        {
            foreach (var line in lines)
                writer.WriteLine(line);
        }
    }
}

[ListTargets(NonEntryTargets = [nameof(Setup)], ExcludedTargets = [nameof(Never)], AutoGenerate = false)]
class Generators : Sample
{
    public static int Run() => Execute<Generators>(x => x.Ship);

    Target Setup => _ => _.Executes(Ran());
    Target Never => _ => _.Executes(Ran());
    Target Make => _ => _.DependsOn(Setup, Never).Executes(Ran());
    Target Ship => _ => _.DependsOn(Make).Executes(Ran());
    Target Unrelated => _ => _.Executes(Ran());
}
