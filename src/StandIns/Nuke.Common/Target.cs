namespace Nuke.Common;

/// <summary>A target: what a build can be asked to do, written as <c>Target Compile => _ => _.DependsOn(Restore)…</c>.</summary>
public delegate ITargetDefinition Target(ITargetDefinition definition);

/// <summary>A target that prepares a context; it comes with exactly one <see cref="Cleanup"/> of the same component.</summary>
public delegate ITargetDefinition Setup(ITargetDefinition definition);

/// <summary>A target that runs once its <see cref="Setup"/> has run, whether the targets between them failed or not.</summary>
public delegate ITargetDefinition Cleanup(ITargetDefinition definition);
