using System.ComponentModel;
using System.Reflection;
using System.Text.Json;

namespace Nuke.Common.Execution;

/// <summary>.NET types as parts of a JSON schema. Enums and objects are defined once and referred to.</summary>
internal sealed class SchemaTypes(Utf8JsonWriter json)
{
    private readonly HashSet<Type> _defined = [];

    public static string ReferenceTo(string definition) => $"#/definitions/{definition}";

    public static void WriteEnum(Utf8JsonWriter json, IEnumerable<string> values)
    {
        json.WriteStartArray("enum");
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }

    public void WriteDefinitions(IEnumerable<Type> types)
    {
        foreach (var type in types.Select(Scalar))
        {
            if ((!type.IsEnum && !IsObject(type)) || !_defined.Add(type))
                continue;

            json.WriteStartObject(type.Name);
            json.WriteString("type", type.IsEnum ? "string" : "object");
            if (type.IsEnum)
                WriteEnum(json, Enum.GetNames(type));
            else
                WriteMembers(type);
            json.WriteEndObject();
            if (!type.IsEnum)
                WriteDefinitions(MembersOf(type).Select(x => x.Type));
        }
    }

    /// <summary>What a parameter may hold.</summary>
    /// <param name="allowedValues">The texts that it may have; null for any. Those of an enum are in its definition.</param>
    public void WriteProperty(Type type, IReadOnlyList<string>? allowedValues = null)
    {
        if (type.IsArray)
            WriteArray(() => WriteProperty(type.GetElementType()!, allowedValues));
        else if (Nullable.GetUnderlyingType(type) is { IsEnum: true } nullable)
            WriteNullOr(nullable);
        else if (type.IsEnum || IsObject(type))
            json.WriteString("$ref", ReferenceTo(type.Name));
        else
        {
            WriteScalar(type, Nullable.GetUnderlyingType(type) != null);
            if (allowedValues != null)
                WriteEnum(json, allowedValues);
        }
    }

    public void WriteArray(Action writeItems, bool orNull = false)
    {
        WriteType("array", orNull);
        json.WriteStartObject("items");
        writeItems();
        json.WriteEndObject();
    }

    private void WriteMembers(Type type)
    {
        json.WriteStartObject("properties");
        foreach (var (name, memberType) in MembersOf(type))
        {
            json.WriteStartObject(name);
            if (memberType.IsArray)
                WriteArray(() => WriteProperty(memberType.GetElementType()!), orNull: true);
            else if (IsObject(memberType))
                WriteNullOr(memberType);
            else if (!memberType.IsValueType)
                WriteScalar(memberType, orNull: true);
            else
                WriteProperty(memberType);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private void WriteNullOr(Type type)
    {
        json.WriteStartArray("oneOf");
        json.WriteStartObject();
        json.WriteString("type", "null");
        json.WriteEndObject();
        json.WriteStartObject();
        json.WriteString("$ref", ReferenceTo(type.Name));
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private void WriteScalar(Type type, bool orNull)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        var (name, format) = Type.GetTypeCode(type) switch
        {
            TypeCode.Boolean => ("boolean", null),
            TypeCode.Int32 => ("integer", "int32"),
            TypeCode.Int64 => ("integer", "int64"),
            TypeCode.Byte or TypeCode.Int16 or TypeCode.UInt16 or TypeCode.UInt32 or TypeCode.UInt64 => (
                "integer",
                null
            ),
            TypeCode.Single => ("number", "float"),
            TypeCode.Double => ("number", "double"),
            TypeCode.Decimal => ("number", "decimal"),
            TypeCode.DateTime => ("string", "date-time"),
            _ => ("string", null),
        };
        WriteType(name, orNull);
        if (format != null)
            json.WriteString("format", format);
    }

    private void WriteType(string name, bool orNull)
    {
        if (!orNull)
        {
            json.WriteString("type", name);
            return;
        }

        json.WriteStartArray("type");
        foreach (var type in new[] { name, "null" }.Order(StringComparer.Ordinal))
            json.WriteStringValue(type);
        json.WriteEndArray();
    }

    private static Type Scalar(Type type)
    {
        type = type.IsArray ? type.GetElementType()! : type;
        return Nullable.GetUnderlyingType(type) ?? type;
    }

    // A type that converts from text is written as one.
    private static bool IsObject(Type type) =>
        type is { IsClass: true, IsArray: false }
        && type != typeof(string)
        && type != typeof(object)
        && !type.IsDefined(typeof(TypeConverterAttribute), inherit: true);

    private static IEnumerable<(string Name, Type Type)> MembersOf(Type type) =>
        type.GetFields(BindingFlags.Instance | BindingFlags.Public)
            .Select(x => (x.Name, x.FieldType))
            .Concat(
                type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Select(x => (x.Name, x.PropertyType))
            );
}
