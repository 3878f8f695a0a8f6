// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using System.Linq.Expressions;
using System.Reflection;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.Execution;

/// <summary>Gives all members that are no plain parameters their values; on-demand ones only when the plan requires them.</summary>
internal sealed class MemberInjection(NukeBuild build) : IOnBuildInitialized
{
    public float Priority => -100;

    public void OnBuildInitialized(
        IReadOnlyCollection<ExecutableTarget> executableTargets,
        IReadOnlyCollection<ExecutableTarget> executionPlan
    )
    {
        var allOnDemand = build.GetType().IsDefined(typeof(OnDemandValueInjectionAttribute), inherit: true);
        ValueInjector.Inject(
            build,
            (member, attribute) => attribute.GetType() != typeof(ParameterAttribute) && IsWanted(member)
        );

        bool IsWanted(MemberInfo member) =>
            !(allOnDemand || member.IsDefined(typeof(OnDemandAttribute), inherit: true))
            || (
                !member.IsDefined(typeof(RequiredAttribute), inherit: true)
                && executionPlan
                    .SelectMany(x => x.DelegateRequirements)
                    .Where(x => x is not Expression<Func<bool>>)
                    .Any(x => Expressions.MemberOf(x).Equals(member))
            );
    }
}
