// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using System.Diagnostics;
using System.Linq.Expressions;
using System.Reflection;
using Nuke.Common.Tooling;
using Nuke.Common.Utilities.Collections;

namespace Nuke.Common.Execution;

/// <summary>A target with everything that its definition says, and how far it has got.</summary>
[DebuggerDisplay("{Name} ({Status})")]
public class ExecutableTarget
{
    internal TargetDefinition Definition { get; set; }
    internal Stopwatch Stopwatch { get; } = new();

    public MemberInfo Member { get; set; }
    public string Name { get; set; }
    public string Description { get; set; }

    /// <summary>Whether <c>--help</c> shows the target.</summary>
    public bool Listed { get; set; }

    /// <summary>The delegate that defines the target; equal delegates mean the same target.</summary>
    public Delegate Factory { get; set; }

    /// <summary>Conditions with their source text, checked when the target's turn comes.</summary>
    public List<(string Text, Func<bool> Delegate)> DynamicConditions { get; internal set; } = [];

    /// <summary>Conditions with their source text, checked before the first target runs.</summary>
    public List<(string Text, Func<bool> Delegate)> StaticConditions { get; internal set; } = [];
    public DependencyBehavior DependencyBehavior { get; internal set; }
    public bool AssuredAfterFailure { get; internal set; }
    public bool ProceedAfterFailure { get; internal set; }
    public List<LambdaExpression> DelegateRequirements { get; internal set; } = [];
    public List<ToolRequirement> ToolRequirements { get; internal set; } = [];
    public List<Action> Actions { get; internal set; } = [];

    /// <summary>What must run before this target, and runs because of it.</summary>
    public List<ExecutableTarget> ExecutionDependencies { get; } = [];

    /// <summary>What runs before this target if it runs at all.</summary>
    public List<ExecutableTarget> OrderDependencies { get; } = [];

    /// <summary>What makes this target run after it.</summary>
    public List<ExecutableTarget> TriggerDependencies { get; } = [];

    /// <summary>What runs after this target, and because of it.</summary>
    public List<ExecutableTarget> Triggers { get; } = [];

    public IReadOnlyCollection<ExecutableTarget> AllDependencies =>
        [.. ExecutionDependencies, .. OrderDependencies, .. TriggerDependencies];

    public LookupTable<ExecutableTarget, string> ArtifactDependencies { get; internal set; } = new();
    public List<string> ArtifactProducts { get; internal set; } = [];
    public int? PartitionSize { get; set; }

    /// <summary>How long the actions have been running; zero before they start.</summary>
    public TimeSpan Duration => Stopwatch.Elapsed;
    public bool IsDefault { get; set; }
    public ExecutionStatus Status { get; set; }

    /// <summary>Whether the target was asked for by name.</summary>
    public bool Invoked { get; set; }

    /// <summary>What the summary shows behind the target, such as <c>Tests: 42</c>.</summary>
    public Dictionary<string, string> SummaryInformation { get; internal set; } = [];

    /// <summary>Why the target is skipped, if not for a condition.</summary>
    public string Skipped
    {
        get => SummaryInformation.GetValueOrDefault(nameof(Skipped));
        set => SetInformation(nameof(Skipped), value);
    }

    /// <summary>The conditions that did not hold.</summary>
    public string OnlyWhen
    {
        get => SummaryInformation.GetValueOrDefault(nameof(OnlyWhen));
        set => SetInformation(nameof(OnlyWhen), value);
    }

    private void SetInformation(string name, string value)
    {
        if (value != null)
            SummaryInformation[name] = value;
    }
}
