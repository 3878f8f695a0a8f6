// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using System.Linq.Expressions;
using System.Reflection;
using Nuke.Common.Tooling;
using Nuke.Common.Utilities;
using Nuke.Common.Utilities.Collections;

namespace Nuke.Common.Execution;

/// <summary>Collects what one target says about itself.</summary>
internal sealed partial class TargetDefinition(PropertyInfo target, INukeBuild build) : ITargetDefinition
{
    private Stack<PropertyInfo> _baseTargets;

    public string Name { get; } = BuildMembers.ShortName(target);
    public string Description { get; private set; }
    public List<(string Text, Func<bool> Delegate)> DynamicConditions { get; } = [];
    public List<(string Text, Func<bool> Delegate)> StaticConditions { get; } = [];
    public List<LambdaExpression> DelegateRequirements { get; } = [];
    public List<ToolRequirement> ToolRequirements { get; } = [];
    public List<Action> Actions { get; } = [];
    public DependencyBehavior DependencyBehavior { get; private set; }
    public bool IsProceedAfterFailure { get; private set; }
    public bool IsAssuredAfterFailure { get; private set; }
    public bool IsUnlisted { get; private set; }
    public int? PartitionSize { get; private set; }
    public List<string> ArtifactProducts { get; } = [];
    public LookupTable<Target, string[]> ArtifactDependencies { get; } = new();

    ITargetDefinition ITargetDefinition.Description(string description)
    {
        Description = description;
        return this;
    }

    public ITargetDefinition Executes(params Action[] actions)
    {
        Actions.AddRange(actions);
        return this;
    }

    public ITargetDefinition Executes<T>(Func<T> action) =>
        Executes(() =>
        {
            // `async () => …; return x;` gives a Task<T>, which the package does not wait for.
            if (action() is Task task)
                task.GetAwaiter().GetResult();
        });

    public ITargetDefinition Executes(Func<Task> action) => Executes(() => action().GetAwaiter().GetResult());

    public ITargetDefinition OnlyWhenDynamic(Func<bool> condition, string conditionExpression = null)
    {
        DynamicConditions.Add((conditionExpression.NotNull().TrimWhitespaces(), condition));
        return this;
    }

    public ITargetDefinition OnlyWhenStatic(Func<bool> condition, string conditionExpression = null)
    {
        StaticConditions.Add((conditionExpression.NotNull().TrimWhitespaces(), condition));
        return this;
    }

    public ITargetDefinition Requires<T>(
        Expression<Func<T>> parameterRequirement,
        params Expression<Func<T>>[] parameterRequirements
    )
        where T : class => AddRequirements([parameterRequirement, .. parameterRequirements]);

    public ITargetDefinition Requires<T>(
        Expression<Func<T?>> parameterRequirement,
        params Expression<Func<T?>>[] parameterRequirements
    )
        where T : struct => AddRequirements([parameterRequirement, .. parameterRequirements]);

    public ITargetDefinition Requires(
        Expression<Func<bool>> requirement,
        params Expression<Func<bool>>[] requirements
    ) => AddRequirements([requirement, .. requirements]);

    private TargetDefinition AddRequirements(IEnumerable<LambdaExpression> requirements)
    {
        DelegateRequirements.AddRange(requirements);
        return this;
    }

    public ITargetDefinition Requires<T>()
        where T : IRequireTool => throw NoToolInstallation();

    public ITargetDefinition Requires<T>(string version)
        where T : IRequireToolWithVersion => throw NoToolInstallation();

    private static NotSupportedException NoToolInstallation() =>
        new(
            $"{nameof(ITargetDefinition)}.{nameof(Requires)}<T> for a tool: this stand-in for Nuke.Common installs no tools."
        );

    public ITargetDefinition Requires(Expression<Func<Tool>> tool, params Expression<Func<Tool>>[] tools)
    {
        foreach (var expression in (IEnumerable<Expression<Func<Tool>>>)[tool, .. tools])
        {
            var member = Expressions.MemberOf(expression);
            var attribute = member
                .GetCustomAttribute<ToolInjectionAttributeBase>()
                .NotNull($"Member '{member.Name}' is required by target '{Name}' but has no tool attribute");
            if (attribute.GetRequirement(member) is { } requirement)
                ToolRequirements.Add(requirement);
        }

        return this;
    }

    public ITargetDefinition WhenSkipped(DependencyBehavior dependencyBehavior)
    {
        DependencyBehavior = dependencyBehavior;
        return this;
    }

    public ITargetDefinition AssuredAfterFailure()
    {
        IsAssuredAfterFailure = true;
        return this;
    }

    public ITargetDefinition ProceedAfterFailure()
    {
        IsProceedAfterFailure = true;
        return this;
    }

    public ITargetDefinition Unlisted()
    {
        IsUnlisted = true;
        return this;
    }

    public ITargetDefinition Produces(params string[] artifacts)
    {
        ArtifactProducts.AddRange(artifacts);
        return this;
    }

    public ITargetDefinition Partition(int size)
    {
        Assert.True(size > 1);
        PartitionSize = size;
        return this;
    }

    public ITargetDefinition Base()
    {
        _baseTargets ??= BuildMembers.BaseTargets(build.GetType(), target.Name);
        Assert.True(
            _baseTargets.Count > 0,
            $"Target '{target.DeclaringType}.{target.Name}' does not have any base members."
                + $" To inherit the default of a component, use {nameof(Inherit)}<T> instead."
        );
        return Inherit(BuildMembers.GetNonVirtual<Target>(_baseTargets.Pop(), build));
    }

    public ITargetDefinition Inherit(params Target[] targets)
    {
        foreach (var inherited in targets)
            inherited(this);
        return this;
    }

    public ITargetDefinition Inherit<T>(params Expression<Func<T, Target>>[] targets)
    {
        var properties =
            targets.Length > 0
                ? targets.Select(x => (PropertyInfo)Expressions.MemberOf(x)).ToArray()
                : [SingleTargetOf<T>("shorthand inheritance", typeof(Target))];
        return Inherit([.. properties.Select(x => BuildMembers.GetNonVirtual<Target>(x, build))]);
    }
}
