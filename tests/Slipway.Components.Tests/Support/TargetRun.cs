using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Nuke.Common;

namespace Slipway.Components.Tests.Support;

/// <summary>Runs what a target executes, in this process and without the engine around it: no dependency, no condition.</summary>
[SuppressMessage("Performance", "CA1852", Justification = "The proxy is a class that is derived from it at run time.")]
class TargetRun : DispatchProxy
{
    readonly List<Func<Task>> _actions = [];

    public static async Task OfAsync(Target target)
    {
        var definition = Create<ITargetDefinition, TargetRun>();
        target(definition);
        foreach (var action in ((TargetRun)(object)definition)._actions)
            await action();
    }

    protected override object Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (targetMethod?.Name is nameof(ITargetDefinition.Executes))
            _actions.AddRange(Actions(args![0]!));
        return this;
    }

    static IEnumerable<Func<Task>> Actions(object executed) =>
        executed switch
        {
            Func<Task> action => [action],
            Action[] actions => actions.Select(action => new Func<Task>(() =>
            {
                action();
                return Task.CompletedTask;
            })),
            _ => throw new NotSupportedException($"A target that executes a {executed.GetType().Name}."),
        };
}
