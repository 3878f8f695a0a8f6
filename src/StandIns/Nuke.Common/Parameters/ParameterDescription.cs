using System.Reflection;

namespace Nuke.Common.Execution;

/// <summary>A parameter as help, schema and completion see it.</summary>
/// <param name="Name">As in <c>parameters.json</c>.</param>
/// <param name="Type">The member's type.</param>
/// <param name="AllowedValues">The texts that it may have; null for any.</param>
internal sealed record ParameterDescription(
    string Name,
    string? Description,
    Type Type,
    bool IsListed,
    bool IsSecret,
    bool IsOfEngine,
    bool HasOwnAttribute,
    IReadOnlyList<string>? AllowedValues
)
{
    public string DashedName => ParameterNames.Dashed(Name);

    /// <summary>All parameters of the build by name, each name once.</summary>
    public static IReadOnlyList<ParameterDescription> All(INukeBuild build) =>
        [
            .. BuildMembers
                .With<ParameterAttribute>(build.GetType())
                .Select(x => Of(x, build))
                .OrderBy(x => x.Name, StringComparer.InvariantCulture)
                .DistinctBy(x => x.Name, StringComparer.Ordinal),
        ];

    private static ParameterDescription Of(MemberInfo member, INukeBuild build)
    {
        var attribute = member.GetCustomAttribute<ParameterAttribute>()!;
        var isOfEngine = member.DeclaringType == typeof(NukeBuild);
        return new ParameterDescription(
            ParameterNames.Of(member, attribute),
            attribute.Description?.TrimEnd('.'),
            BuildMembers.TypeOf(member),
            attribute.List,
            member.IsDefined(typeof(SecretAttribute), inherit: true),
            isOfEngine,
            attribute.GetType() != typeof(ParameterAttribute),
            isOfEngine ? null : ValueSets.Of(member, attribute, build)?.Select(x => x.Text).ToList()
        );
    }
}
