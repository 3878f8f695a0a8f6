// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common.Execution;

namespace Nuke.Common;

public abstract partial class NukeBuild
{
    private IReadOnlyList<IBuildExtension> _extensions;

    /// <summary>What takes part in this build: the attributes of its class and the engine's own parts, by priority.</summary>
    internal IReadOnlyCollection<IBuildExtension> BuildExtensions => _extensions ??= EngineExtensions.Of(this);

    internal void Raise<TEvent>(Action<TEvent> invoke)
        where TEvent : IBuildExtension
    {
        foreach (var extension in BuildExtensions)
        {
            if (extension is TEvent listener)
                invoke(listener);
        }
    }

    /// <summary>The build exists and its parameters have their values.</summary>
    protected internal virtual void OnBuildCreated() { }

    /// <summary>The plan is made and every member has its value; requirements are not checked yet.</summary>
    protected internal virtual void OnBuildInitialized() { }

    /// <summary>Everything has run and the summary is written.</summary>
    protected internal virtual void OnBuildFinished() { }

    /// <summary>The target starts. An exception aborts it.</summary>
    protected internal virtual void OnTargetRunning(string target) { }

    protected internal virtual void OnTargetSkipped(string target) { }

    /// <summary>The target has run. An exception makes it fail.</summary>
    protected internal virtual void OnTargetSucceeded(string target) { }

    protected internal virtual void OnTargetFailed(string target) { }
}
