using System.Reflection;
using System.Reflection.Metadata;

namespace Slipway.Releases.Compatibility.PublicApi;

/// <summary>The lines of one type and its members.</summary>
sealed class TypeLines(MetadataReader reader, TypeDefinition type)
{
    readonly string _name = TypeNames.Of(reader, type);

    public IEnumerable<string> Write() =>
        [
            .. Head(),
            .. Bases(),
            .. Constraints(),
            .. type.GetFields().SelectMany(Field),
            .. type.GetMethods().SelectMany(Method),
            .. type.GetEvents().SelectMany(Event),
            .. type.GetProperties().SelectMany(Required),
        ];

    IEnumerable<string> Head()
    {
        var isAbstract = type.Attributes.HasFlag(TypeAttributes.Abstract);
        var isSealed = type.Attributes.HasFlag(TypeAttributes.Sealed);
        var kind =
            type.Attributes.HasFlag(TypeAttributes.Interface) ? "interface"
            : IsKind("System.Enum") ? "enum"
            : IsKind("System.ValueType") ? "struct"
            : IsKind("System.MulticastDelegate") ? "delegate"
            : isAbstract && isSealed ? "static class"
            : "class";
        yield return $"{kind} {_name}";
        if (kind is "class" && isSealed)
            yield return $"sealed {_name}";
        if (kind is "class" && isAbstract)
            yield return $"abstract {_name}";
        if (Visibility.IsProtected(type))
            yield return $"protected {_name}";
    }

    IEnumerable<string> Bases()
    {
        if (
            !type.BaseType.IsNil
            && Name(type.BaseType)
                is not (
                        "object"
                        or "System.Object"
                        or "System.ValueType"
                        or "System.Enum"
                        or "System.MulticastDelegate"
                    )
                    and var name
        )
            yield return $"{_name} : {name}";
        foreach (var handle in type.GetInterfaceImplementations())
        {
            var implemented = reader.GetInterfaceImplementation(handle).Interface;
            if (
                implemented.Kind != HandleKind.TypeDefinition
                || Visibility.IsVisible(reader, reader.GetTypeDefinition((TypeDefinitionHandle)implemented))
            )
                yield return $"{_name} : {Name(implemented)}";
        }
    }

    IEnumerable<string> Constraints() => GenericConstraints.Write(reader, type.GetGenericParameters(), 'T', _name);

    IEnumerable<string> Field(FieldDefinitionHandle handle)
    {
        var field = reader.GetFieldDefinition(handle);
        var name = reader.GetString(field.Name);
        if (
            Visibility.IsProtected(field.Attributes) is not { } isProtected
            || field.Attributes.HasFlag(FieldAttributes.SpecialName)
        )
            return [];
        var kind = field.Attributes.HasFlag(FieldAttributes.Literal)
            ? "const "
            : (field.Attributes.HasFlag(FieldAttributes.Static) ? "static " : "")
                + (field.Attributes.HasFlag(FieldAttributes.InitOnly) ? "readonly " : "");
        var value = Constants.Write(reader, field.GetDefaultValue());
        return Marked(
            $"{kind}{_name}.{name}{value} -> {field.DecodeSignature(TypeNames.Instance, null)}",
            isProtected ? ["protected"] : []
        );
    }

    IEnumerable<string> Method(MethodDefinitionHandle handle)
    {
        var method = reader.GetMethodDefinition(handle);
        var name = reader.GetString(method.Name);
        // A delegate is what it is invoked with.
        if (IsKind("System.MulticastDelegate"))
            return name is "Invoke" ? [new MethodLine(reader, method, _name).Write()] : [];
        var isOverride =
            method.Attributes.HasFlag(MethodAttributes.Virtual) && !method.Attributes.HasFlag(MethodAttributes.NewSlot);
        if (
            Visibility.IsProtected(method.Attributes) is not { } isProtected
            || isOverride
            || name.Contains('<', StringComparison.Ordinal)
            || name is ".cctor"
            || IsEventAccessor(method, name)
        )
            return [];
        var line = new MethodLine(reader, method, _name).Write();
        return
        [
            .. Marked(line, Marks(method, isProtected)),
            .. GenericConstraints.Write(reader, method.GetGenericParameters(), 'M', line),
        ];
    }

    static IEnumerable<string> Marks(MethodDefinition method, bool isProtected)
    {
        if (isProtected)
            yield return "protected";
        if (method.Attributes.HasFlag(MethodAttributes.Abstract))
            yield return "abstract";
        else if (
            method.Attributes.HasFlag(MethodAttributes.Virtual) && !method.Attributes.HasFlag(MethodAttributes.Final)
        )
            yield return "virtual";
    }

    static bool IsEventAccessor(MethodDefinition method, string name) =>
        method.Attributes.HasFlag(MethodAttributes.SpecialName)
        && (name.StartsWith("add_", StringComparison.Ordinal) || name.StartsWith("remove_", StringComparison.Ordinal));

    IEnumerable<string> Event(EventDefinitionHandle handle)
    {
        var definition = reader.GetEventDefinition(handle);
        var adder = reader.GetMethodDefinition(definition.GetAccessors().Adder);
        if (Visibility.IsProtected(adder.Attributes) is not { } isProtected)
            return [];
        var isStatic = adder.Attributes.HasFlag(MethodAttributes.Static) ? "static " : "";
        return Marked(
            $"{isStatic}event {_name}.{reader.GetString(definition.Name)} -> {Name(definition.Type)}",
            Marks(adder, isProtected)
        );
    }

    /// <summary>A property or field that every object initializer has to set.</summary>
    IEnumerable<string> Required(PropertyDefinitionHandle handle)
    {
        var property = reader.GetPropertyDefinition(handle);
        if (property.GetCustomAttributes().Any(IsRequiredMember))
            yield return $"required {_name}.{reader.GetString(property.Name)}";
    }

    bool IsRequiredMember(CustomAttributeHandle handle)
    {
        var constructor = reader.GetCustomAttribute(handle).Constructor;
        return constructor.Kind == HandleKind.MemberReference
            && Name(reader.GetMemberReference((MemberReferenceHandle)constructor).Parent)
                is "System.Runtime.CompilerServices.RequiredMemberAttribute";
    }

    static IEnumerable<string> Marked(string line, IEnumerable<string> marks) =>
        marks.Select(mark => $"{mark} {line}").Prepend(line);

    bool IsKind(string name) =>
        !type.BaseType.IsNil && string.Equals(Name(type.BaseType), name, StringComparison.Ordinal);

    string Name(EntityHandle handle) => EntityNames.Of(reader, handle);
}

static class EntityNames
{
    public static string Of(MetadataReader reader, EntityHandle handle) =>
        handle.Kind switch
        {
            HandleKind.TypeDefinition => TypeNames.Instance.GetTypeFromDefinition(
                reader,
                (TypeDefinitionHandle)handle,
                0
            ),
            HandleKind.TypeReference => TypeNames.Instance.GetTypeFromReference(reader, (TypeReferenceHandle)handle, 0),
            _ => TypeNames.Instance.GetTypeFromSpecification(reader, null, (TypeSpecificationHandle)handle, 0),
        };
}
