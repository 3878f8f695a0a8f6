// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

namespace Nuke.Common.Tooling;

/// <summary>Returns changed options: <c>_ => _.SetConfiguration("Release")</c>.</summary>
public delegate T Configure<T>(T options);

/// <summary>Returns changed options that depend on a value.</summary>
public delegate TOptions Configure<TOptions, in TValue>(TOptions options, TValue value)
    where TOptions : new();

/// <summary>Returns several options, one for each invocation.</summary>
public delegate IEnumerable<T> CombinatorialConfigure<T>(T options)
    where T : new();
