namespace Nuke.Common.Execution;

/// <summary>Something that takes part in a build's life: an attribute on the build class.</summary>
public interface IBuildExtension
{
    /// <summary>Higher ones are called first.</summary>
    float Priority { get; }
}

/// <summary>The build exists, its parameters may not have their values yet; the logo is not written.</summary>
public interface IOnBuildCreated : IBuildExtension
{
    void OnBuildCreated(IReadOnlyCollection<ExecutableTarget> executableTargets);
}

/// <summary>Parameters have their values and the plan is made; requirements are not checked yet.</summary>
public interface IOnBuildInitialized : IBuildExtension
{
    void OnBuildInitialized(
        IReadOnlyCollection<ExecutableTarget> executableTargets,
        IReadOnlyCollection<ExecutableTarget> executionPlan
    );
}

public interface IOnTargetSummaryUpdated : IBuildExtension
{
    void OnTargetSummaryUpdated(INukeBuild build, ExecutableTarget target);
}

public interface IOnTargetSkipped : IBuildExtension
{
    void OnTargetSkipped(ExecutableTarget target);
}

public interface IOnTargetRunning : IBuildExtension
{
    void OnTargetRunning(ExecutableTarget target);
}

public interface IOnTargetSucceeded : IBuildExtension
{
    void OnTargetSucceeded(ExecutableTarget target);
}

public interface IOnTargetFailed : IBuildExtension
{
    void OnTargetFailed(ExecutableTarget target);
}

/// <summary>Everything has run and the summary is written.</summary>
public interface IOnBuildFinished : IBuildExtension
{
    void OnBuildFinished();
}
