// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common.Execution;

namespace Nuke.Common.Tooling;

/// <summary>Lets tools be as loud as the build: each property names the field of a tool's verbosity that goes with one of the build's.</summary>
public class VerbosityMappingAttribute(Type targetType) : BuildExtensionAttributeBase, IOnBuildInitialized
{
    public string Quiet { get; set; }

    public string Minimal { get; set; }

    public string Normal { get; set; }

    public string Verbose { get; set; }

    public void OnBuildInitialized(
        IReadOnlyCollection<ExecutableTarget> executableTargets,
        IReadOnlyCollection<ExecutableTarget> executionPlan
    ) => VerbosityMapping.Set(targetType, verbosity => ValueOf(FieldFor(verbosity)));

    private string FieldFor(Verbosity verbosity) =>
        verbosity switch
        {
            Verbosity.Quiet => Quiet,
            Verbosity.Minimal => Minimal,
            Verbosity.Verbose => Verbose,
            _ => Normal,
        };

    private object ValueOf(string field) =>
        field is null
            ? null
            : targetType.GetField(field).NotNull($"Type {targetType} doesn't have a field {field}.").GetValue(null);
}
