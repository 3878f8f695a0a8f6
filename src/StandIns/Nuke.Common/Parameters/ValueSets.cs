using System.Reflection;
using Nuke.Common.Tooling;

namespace Nuke.Common.Execution;

/// <summary>The values that a parameter may have, where they are limited.</summary>
internal static class ValueSets
{
    /// <summary>The names of an enum or of an <see cref="Enumeration"/>; none for any other type.</summary>
    public static IReadOnlyList<string> NamesOf(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsEnum)
            return Enum.GetNames(type);
        return type.IsSubclassOf(typeof(Enumeration))
            ? [.. type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(x => x.Name)]
            : [];
    }

    /// <summary>Texts and values that the attribute, its provider or the member's type allow, by text; null for any.</summary>
    public static IReadOnlyList<(string Text, object Value)>? Of(
        MemberInfo member,
        ParameterAttribute attribute,
        object instance
    )
    {
        var type = BuildMembers.TypeOf(member);
        type = type.IsArray ? type.GetElementType()! : type;
        var values =
            attribute.GetValueSet(member, instance)
            ?? Provided(member, attribute, instance)?.Select(x => (x, (object)x))
            ?? (
                NamesOf(type) is { Count: > 0 } names ? names.Select(x => (x, ValueConversion.Convert(x, type)!)) : null
            );
        return values?.OrderBy(x => x.Item1, StringComparer.InvariantCulture).ToList();
    }

    private static IEnumerable<string>? Provided(MemberInfo member, ParameterAttribute attribute, object instance)
    {
        if (attribute.ValueProviderMember is not { } name)
            return null;

        var type = attribute.ValueProviderType ?? instance.GetType();
        var provider = BuildMembers
            .Find(type, name)
            .NotNull($"There is no '{type.Name}.{name}' to provide the values of '{member.Name}'");
        Assert.True(
            BuildMembers.TypeOf(provider) == typeof(IEnumerable<string>),
            $"'{type.Name}.{name}' must be of type IEnumerable<string> to provide the values of '{member.Name}'"
        );
        return (IEnumerable<string>)BuildMembers.Get(provider, instance);
    }
}
