using System.Reflection;
using Nuke.Common.Utilities;

namespace Nuke.Common.Execution;

/// <summary>How a parameter is called: its member name, or the one on the command line.</summary>
internal static class ParameterNames
{
    /// <summary>The name from outside: the component's prefix, then the attribute's name or the member's own.</summary>
    public static string Of(MemberInfo member) =>
        Of(member, member.GetCustomAttribute<ParameterAttribute>().NotNull($"'{member.Name}' is no parameter")!);

    public static string Of(MemberInfo member, ParameterAttribute attribute) =>
        member.DeclaringType!.GetCustomAttribute<ParameterPrefixAttribute>()?.Prefix
        + (attribute.Name ?? BuildMembers.ShortName(member));

    /// <summary><c>GitHubToken</c> as <c>github-token</c>: lower case, words apart.</summary>
    public static string Dashed(string name) => name.SplitCamelHumpsWithKnownWords().JoinDash().ToLowerInvariant();
}
