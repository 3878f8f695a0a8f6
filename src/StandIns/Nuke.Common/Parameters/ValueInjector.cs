// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using System.Linq.Expressions;
using System.Reflection;
using Nuke.Common.Execution;

namespace Nuke.Common.ValueInjection;

/// <summary>Gives the members of a build their values.</summary>
internal static class ValueInjector
{
    private static readonly Dictionary<(object Instance, MemberInfo Member), object> s_values = [];

    // Of the members that NukeBuild itself declares, these are set here; the others find their values themselves.
    private static readonly string[] s_ownMembers =
    [
        nameof(NukeBuild.Plan),
        nameof(NukeBuild.Help),
        nameof(NukeBuild.Continue),
        nameof(NukeBuild.NoLogo),
        nameof(NukeBuild.Verbosity),
        nameof(NukeBuild.Partition),
    ];

    /// <summary>The value of a component's member, found once.</summary>
    public static T TryGetValue<T>(LambdaExpression expression)
    {
        var member = Expressions.MemberOf(expression);
        var instance = Expressions.InstanceOf(expression);
        if (s_values.GetValueOrDefault((instance, member)) is not { } value)
        {
            var attribute = member
                .GetCustomAttribute<ValueInjectionAttributeBase>()
                .NotNull($"Member '{BuildMembers.DisplayName(member)}' has no attribute that gives it a value");
            attribute.Build = instance as INukeBuild;
            s_values[(instance, member)] = value = attribute.TryGetValue(member, instance);
        }

        return value is null ? default : (T)value;
    }

    /// <summary>Sets the members for which the filter holds: base classes first, then by priority, then by name.</summary>
    public static void Inject(INukeBuild build, Func<MemberInfo, ValueInjectionAttributeBase, bool> filter)
    {
        var members = BuildMembers
            .With<ValueInjectionAttributeBase>(build.GetType())
            .Where(x => !x.DeclaringType!.IsInterface)
            .Where(x => x.DeclaringType != typeof(NukeBuild) || s_ownMembers.Contains(x.Name))
            .Select(x => (Member: x, Attribute: x.GetCustomAttribute<ValueInjectionAttributeBase>()))
            .Where(x => filter(x.Member, x.Attribute))
            .OrderBy(x => Depth(x.Member.DeclaringType))
            .ThenByDescending(x => x.Attribute.Priority);

        foreach (var (member, attribute) in members)
        {
            attribute.Build = build;
            if (attribute.TryGetValue(member, build) is not { } value)
                continue;

            Assert.True(
                BuildMembers.TypeOf(member).IsInstanceOfType(value),
                $"Member '{member.Name}' must be of type '{value.GetType().Name}' to get its value from '{attribute.GetType().Name}'"
            );
            BuildMembers.Set(member, build, value);
        }
    }

    private static int Depth(Type type) => type is null ? 0 : 1 + Depth(type.BaseType);
}
