// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using System.Reflection;

namespace Nuke.Common.Execution;

/// <summary>
/// The members of a build: those of its class, and those of its components that the class does not have. Components
/// need no implementation, so their members are read from the interfaces themselves.
/// </summary>
internal static class BuildMembers
{
    public const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
    private const BindingFlags All = Instance | BindingFlags.Static | BindingFlags.FlattenHierarchy;

    /// <summary>The targets in the order that the planner starts from: the class's, then those of its components.</summary>
    /// <exception cref="ArgumentException">Two components declare a target of one name and the class does not decide.</exception>
    public static IReadOnlyList<PropertyInfo> Targets(Type build) =>
        [
            .. Collect(
                    build,
                    x => x.GetProperties(Instance),
                    IsTarget,
                    x => x.GetProperties(Instance),
                    ambiguous: false
                )
                .Cast<PropertyInfo>(),
        ];

    /// <summary>The fields and properties that carry an attribute, by name.</summary>
    public static IReadOnlyList<MemberInfo> With<TAttribute>(Type build)
        where TAttribute : Attribute =>
        [
            .. Collect(
                    build,
                    FieldsAndProperties,
                    x => x.IsDefined(typeof(TAttribute), inherit: true),
                    FieldsAndProperties,
                    ambiguous: true
                )
                .OrderBy(x => x.Name, StringComparer.InvariantCulture),
        ];

    /// <summary>A field, property or method of the build by its name, whatever its visibility.</summary>
    public static MemberInfo Find(Type build, string name) =>
        build.GetMember(name, All).FirstOrDefault()
        ?? build.GetInterfaces().Select(x => x.GetMember(name, All).FirstOrDefault()).FirstOrDefault(x => x != null);

    /// <summary>The overridden properties of a name, the nearest base class's last.</summary>
    public static Stack<PropertyInfo> BaseTargets(Type build, string name)
    {
        var properties = new List<PropertyInfo>();
        for (var type = build.BaseType; type != null; type = type.BaseType)
        {
            if (type.GetProperty(name, Instance | BindingFlags.DeclaredOnly) is { } property)
                properties.Add(property);
        }

        properties.Reverse();
        return new Stack<PropertyInfo>(properties);
    }

    public static Type TypeOf(MemberInfo member) =>
        member switch
        {
            FieldInfo field => field.FieldType,
            PropertyInfo property => property.PropertyType,
            MethodInfo method => method.ReturnType,
            _ => throw new NotSupportedException(member.ToString()),
        };

    public static object Get(MemberInfo member, object instance) =>
        member switch
        {
            FieldInfo field => field.GetValue(field.IsStatic ? null : instance),
            PropertyInfo property => property.GetValue(
                property.GetMethod!.IsStatic ? null : instance,
                BindingFlags.DoNotWrapExceptions,
                binder: null,
                index: null,
                culture: null
            ),
            MethodInfo method => method.Invoke(
                method.IsStatic ? null : instance,
                BindingFlags.DoNotWrapExceptions,
                binder: null,
                parameters: null,
                culture: null
            ),
            _ => throw new NotSupportedException(member.ToString()),
        };

    /// <summary>What exactly this property gives, even where a class overrides or implements it.</summary>
    public static T GetNonVirtual<T>(PropertyInfo property, object instance)
    {
        var getter = property.GetMethod!.MethodHandle.GetFunctionPointer();
        return ((Func<T>)Activator.CreateInstance(typeof(Func<T>), instance, getter)!).Invoke();
    }

    /// <summary>Sets a field, or a property even if it can only be read.</summary>
    public static void Set(MemberInfo member, object instance, object value)
    {
        if (member is PropertyInfo property && BackingField(property) is null)
        {
            Assert.True(property.SetMethod != null, $"Property '{member.Name}' is not settable");
            property.SetValue(property.SetMethod.IsStatic ? null : instance, value);
            return;
        }

        var field = member as FieldInfo ?? BackingField((PropertyInfo)member);
        field.SetValue(field.IsStatic ? null : instance, value);
    }

    /// <summary>The name without the interface that an explicit implementation carries in it.</summary>
    public static string ShortName(MemberInfo member) => member.Name[(member.Name.LastIndexOf('.') + 1)..];

    public static string DisplayName(MemberInfo member) => $"{member.DeclaringType!.Name}.{ShortName(member)}";

    private static FieldInfo BackingField(PropertyInfo property) =>
        property.DeclaringType!.GetField($"<{property.Name}>k__BackingField", All);

    private static bool IsTarget(MemberInfo member) =>
        member is PropertyInfo { PropertyType: var type }
        && (type == typeof(Target) || type == typeof(Setup) || type == typeof(Cleanup));

    private static MemberInfo[] FieldsAndProperties(Type type) => [.. type.GetProperties(All), .. type.GetFields(All)];

    private static List<MemberInfo> Collect(
        Type build,
        Func<Type, MemberInfo[]> ofClass,
        Func<MemberInfo, bool> filter,
        Func<Type, MemberInfo[]> ofInterface,
        bool ambiguous
    )
    {
        var classMembers = new Dictionary<string, MemberInfo>(StringComparer.Ordinal);
        foreach (var member in ofClass(build))
        {
            if (!member.Name.Contains('.', StringComparison.Ordinal) && filter(member))
                classMembers.TryAdd(member.Name, member);
        }

        var result = classMembers.Values.ToList();
        var inherited = build
            .GetInterfaces()
            .SelectMany(ofInterface)
            .Where(filter)
            .Where(x => build.GetMember(ShortName(x)).Length == 0)
            .GroupBy(ShortName, StringComparer.Ordinal);
        foreach (var sameName in inherited)
        {
            var members = sameName.ToList();
            if (!ambiguous)
                members = [Decide(members, classMembers.GetValueOrDefault(sameName.Key))];

            foreach (var member in members)
            {
                var implemented = ImplementationOf(member, build);
                if (!result.Contains(implemented) && filter(implemented))
                    result.Add(implemented);
            }
        }

        return result;
    }

    /// <summary>Of several components' members of one name, the one that overrides all others.</summary>
    private static MemberInfo Decide(List<MemberInfo> members, MemberInfo classMember)
    {
        var name = ShortName(members[0]);
        if (classMember != null)
        {
            Assert.Fail(
                $"Property '{name}' must be marked public to override inherited member from:\n"
                    + string.Join('\n', members.Select(x => $" - {x.DeclaringType!.Name}"))
            );
        }

        if (members.Count == 1)
            return members[0];

        var last = members.Find(x => members.TrueForAll(y => y.DeclaringType!.IsAssignableFrom(x.DeclaringType)));
        Assert.True(
            last != null,
            $"Property '{name}' must be implemented explicitly because it is inherited from multiple interfaces:\n"
                + string.Join('\n', members.Select(x => $" - {x.DeclaringType!.Name}"))
        );
        return last;
    }

    private static MemberInfo ImplementationOf(MemberInfo member, Type build)
    {
        var explicitName = $"{member.DeclaringType!.FullName!.Replace('+', '.')}.{member.Name}";
        return build.GetMember(explicitName, Instance).FirstOrDefault() ?? member;
    }
}
