using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace Slipway.Releases.Compatibility.PublicApi;

/// <summary>Types as text: C#'s words for its own, full names for all others, positions for type parameters.</summary>
sealed class TypeNames : ISignatureTypeProvider<string, object?>
{
    /// <summary>What the modifier of an <c>init</c> accessor makes of its type.</summary>
    public const string Init = "init";

    public static readonly TypeNames Instance = new();

    public static string Of(MetadataReader reader, TypeDefinition type)
    {
        var name = reader.GetString(type.Name);
        var space = reader.GetString(type.Namespace);
        var inherited = 0;
        if (type.GetDeclaringType() is { IsNil: false } outer)
        {
            var definition = reader.GetTypeDefinition(outer);
            space = Of(reader, definition);
            inherited = definition.GetGenericParameters().Count;
        }

        var own = type.GetGenericParameters().Skip(inherited).Select((_, index) => $"T{inherited + index}").ToList();
        return (space.Length == 0 ? "" : $"{space}.") + WithoutArity(name) + List(own);
    }

    public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind)
    {
        var type = reader.GetTypeDefinition(handle);
        return Join(
            type.GetDeclaringType() is { IsNil: false } outer
                ? GetTypeFromDefinition(reader, outer, 0)
                : reader.GetString(type.Namespace),
            reader.GetString(type.Name)
        );
    }

    public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind)
    {
        var type = reader.GetTypeReference(handle);
        return Join(
            type.ResolutionScope.Kind == HandleKind.TypeReference
                ? GetTypeFromReference(reader, (TypeReferenceHandle)type.ResolutionScope, 0)
                : reader.GetString(type.Namespace),
            reader.GetString(type.Name)
        );
    }

    public string GetTypeFromSpecification(
        MetadataReader reader,
        object? genericContext,
        TypeSpecificationHandle handle,
        byte rawTypeKind
    ) => reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments) =>
        genericType + List(typeArguments);

    public string GetGenericTypeParameter(object? genericContext, int index) => $"T{index}";

    public string GetGenericMethodParameter(object? genericContext, int index) => $"M{index}";

    public string GetSZArrayType(string elementType) => $"{elementType}[]";

    public string GetArrayType(string elementType, ArrayShape shape) =>
        $"{elementType}[{new string(',', shape.Rank - 1)}]";

    public string GetByReferenceType(string elementType) => $"ref {elementType}";

    public string GetPointerType(string elementType) => $"{elementType}*";

    public string GetPinnedType(string elementType) => elementType;

    public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) =>
        modifier is "System.Runtime.CompilerServices.IsExternalInit" ? Init : unmodifiedType;

    public string GetFunctionPointerType(MethodSignature<string> signature) =>
        $"delegate*{List(signature.ParameterTypes.Append(signature.ReturnType))}";

    public string GetPrimitiveType(PrimitiveTypeCode typeCode) =>
        typeCode switch
        {
            PrimitiveTypeCode.Boolean => "bool",
            PrimitiveTypeCode.SByte => "sbyte",
            PrimitiveTypeCode.Int16 => "short",
            PrimitiveTypeCode.UInt16 => "ushort",
            PrimitiveTypeCode.Int32 => "int",
            PrimitiveTypeCode.UInt32 => "uint",
            PrimitiveTypeCode.Int64 => "long",
            PrimitiveTypeCode.UInt64 => "ulong",
            PrimitiveTypeCode.Single => "float",
            PrimitiveTypeCode.IntPtr => "nint",
            PrimitiveTypeCode.UIntPtr => "nuint",
            _ => typeCode.ToString().ToLowerInvariant(),
        };

    static string Join(string space, string name) =>
        space.Length == 0 ? WithoutArity(name) : $"{space}.{WithoutArity(name)}";

    static string WithoutArity(string name) =>
        name.IndexOf('`', StringComparison.Ordinal) is > 0 and var at ? name[..at] : name;

    static string List(IEnumerable<string> names) =>
        string.Join(", ", names) is { Length: > 0 } list ? $"<{list}>" : "";
}
