using System.Reflection;
using Nuke.Common;
using Slipway.Workflows.Jobs;

namespace Slipway.Workflows.Nuke;

/// <summary>Where a target is declared: by the build, its base classes, and the components that they implement.</summary>
static class Declarations
{
    const BindingFlags Own =
        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>What a component says of its target holds for whoever implements it in another way.</summary>
    public static IReadOnlyList<PropertyInfo> Of(Type build, MemberInfo member)
    {
        var name = ShortName(member.Name);
        return
        [
            .. Bases(build)
                .Concat(build.GetInterfaces())
                .SelectMany(type => type.GetProperties(Own))
                .Where(property =>
                    ShortName(property.Name).Equals(name, StringComparison.Ordinal)
                    && property.PropertyType == PropertyType(member)
                ),
        ];
    }

    /// <summary>The property itself does, or the component that it is of, or one that the component is built on.</summary>
    public static bool NeedHistory(PropertyInfo property)
    {
        var type = property.DeclaringType!;
        return property.IsDefined(typeof(NeedsHistoryAttribute))
            || type.IsDefined(typeof(NeedsHistoryAttribute), inherit: false)
            || (
                type.IsInterface
                && Array.Exists(type.GetInterfaces(), x => x.IsDefined(typeof(NeedsHistoryAttribute), false))
            );
    }

    /// <summary>Those that the target names, and those of the components that it names, where the build has them.</summary>
    public static IEnumerable<SecretUse> SecretsOf(Type build, IReadOnlyList<PropertyInfo> target) =>
        target
            .SelectMany(property => property.GetCustomAttributes<UsesSecretAttribute>())
            .Select(use => new SecretUse(use.Parameter, use.IsJobToken))
            .Concat(
                target
                    .SelectMany(property => property.GetCustomAttributes<UsesSecretsOfAttribute>())
                    .Where(use => use.Component.IsAssignableFrom(build))
                    .SelectMany(use => use.Component.GetProperties())
                    .Where(parameter => parameter.IsDefined(typeof(SecretAttribute)))
                    .Select(parameter => new SecretUse(parameter.Name))
            )
            .Distinct();

    static Type PropertyType(MemberInfo member) => ((PropertyInfo)member).PropertyType;

    /// <summary>An explicit implementation is called by its interface and a dot first.</summary>
    static string ShortName(string name) => name[(name.LastIndexOf('.') + 1)..];

    static IEnumerable<Type> Bases(Type type)
    {
        for (var at = type; at is not null && at != typeof(NukeBuild); at = at.BaseType)
            yield return at;
    }
}
