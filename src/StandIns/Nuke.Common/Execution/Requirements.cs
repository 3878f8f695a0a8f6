// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using System.Linq.Expressions;
using System.Reflection;
using Nuke.Common.Utilities;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.Execution;

/// <summary>Checks, before the first target runs, that there is what the scheduled targets require.</summary>
internal static class Requirements
{
    /// <exception cref="BuildInputException">Something is missing.</exception>
    public static void Validate(INukeBuild build, IReadOnlyCollection<ExecutableTarget> targets)
    {
        foreach (var target in targets)
        foreach (var requirement in target.DelegateRequirements)
        {
            if (requirement is Expression<Func<bool>> condition)
            {
                if (!Expressions.Evaluate(condition))
                    throw new BuildInputException($"Target '{target.Name}' requires '{requirement.Body}'");
            }
            else if (IsMissing(Expressions.MemberOf(requirement), build, target, out var member))
            {
                throw new BuildInputException(
                    $"Target '{target.Name}' requires member '{NameOf(member)}' to be not null or empty.{HowToGive(member)}"
                );
            }
        }

        foreach (var required in BuildMembers.With<ValueInjectionAttributeBase>(build.GetType()))
        {
            if (
                required.IsDefined(typeof(RequiredAttribute), inherit: true)
                && IsMissing(required, build, target: null, out var member)
            )
                throw new BuildInputException(
                    $"Member '{NameOf(member)}' is required to be not null or empty.{HowToGive(member)}"
                );
        }
    }

    private static bool IsMissing(MemberInfo required, INukeBuild build, ExecutableTarget target, out MemberInfo member)
    {
        member =
            required.DeclaringType == build.GetType()
                ? required
                : build.GetType().GetMember(required.Name).SingleOrDefault() ?? required;
        var from = target != null ? $"from target '{target.Name}' " : "";
        Assert.True(
            member.IsDefined(typeof(ValueInjectionAttributeBase), inherit: true),
            $"Member '{member.Name}' is required {from}but not marked with an injection attribute."
        );

        if (build.Host is Terminal && !HasValue(member, build))
            Prompt.ForMember(member, build);
        return !HasValue(member, build);
    }

    private static bool HasValue(MemberInfo member, INukeBuild build) =>
        BuildMembers.Get(member, build) switch
        {
            null => false,
            string text => !string.IsNullOrWhiteSpace(text),
            _ => true,
        };

    private static string NameOf(MemberInfo member) =>
        member.IsDefined(typeof(ParameterAttribute), inherit: true) ? ParameterNames.Of(member) : member.Name;

    private static string HowToGive(MemberInfo member)
    {
        if (!member.IsDefined(typeof(ParameterAttribute), inherit: true))
            return "";

        var words = ParameterNames.Of(member).SplitCamelHumpsWithKnownWords().ToList();
        return $" Give it as --{words.JoinDash().ToLowerInvariant()} or NUKE_{words.JoinUnderscore().ToUpperInvariant()}.";
    }
}
