// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using System.Reflection;
using Nuke.Common.CI;

namespace Nuke.Common.Execution;

/// <summary>The parts of the engine that take part in a build's life as the attributes of its class do.</summary>
internal static class EngineExtensions
{
    /// <summary>Those of the build class, then the engine's own, by priority; the priorities are the package's.</summary>
    public static IReadOnlyList<IBuildExtension> Of(NukeBuild build)
    {
        var attributes = build.GetType().GetCustomAttributes<BuildExtensionAttributeBase>().ToList();
        attributes.ForEach(x => x.Build = build);
        IEnumerable<IBuildExtension> own =
        [
            new SecretsCommand(build),
            new ParameterInjection(build),
            new SchemaExtension(build),
            new ConfigurationGeneration(build),
            new AutomaticConfiguration(build),
            new PlanRequest(build),
            new HelpRequest(build),
            new MemberInjection(build),
            new BuildServerState(build),
            new EventInvoker(build),
        ];
        return [.. attributes.Concat(own).OrderByDescending(x => x.Priority)];
    }
}
