namespace Slipway.Workflows;

/// <summary>
/// On a target's property: it reads git's history, for example for the version; its job checks out all of it instead of
/// one commit. On a component: the same for each target of it and of the components that are built on it.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Interface | AttributeTargets.Class)]
public sealed class NeedsHistoryAttribute : Attribute;
