using System.Reflection;
using System.Reflection.Metadata;

namespace Slipway.Releases.Compatibility.PublicApi;

/// <summary>A method, a constructor or the accessor of a property, as one line.</summary>
sealed class MethodLine(MetadataReader reader, MethodDefinition method, string owner)
{
    public string Write()
    {
        var name = reader.GetString(method.Name);
        var signature = method.DecodeSignature(TypeNames.Instance, null);
        var parameters = Parameters(signature);
        var isStatic = method.Attributes.HasFlag(MethodAttributes.Static) ? "static " : "";
        if (name is ".ctor")
            return $"{owner}.new({string.Join(", ", parameters)})";
        if (method.Attributes.HasFlag(MethodAttributes.SpecialName) && Accessor(name) is var (property, kind))
            return isStatic + Accessor(property, kind, parameters, signature.ReturnType);
        var generics = string.Join(", ", method.GetGenericParameters().Select((_, index) => $"M{index}"));
        return $"{isStatic}{owner}.{name}{(generics.Length == 0 ? "" : $"<{generics}>")}({string.Join(", ", parameters)}) -> {signature.ReturnType}";
    }

    string Accessor(string property, string kind, List<string> parameters, string returned)
    {
        var indices = kind is "set" ? parameters[..^1] : parameters;
        var indexer = indices.Count == 0 ? "" : $"[{string.Join(", ", indices)}]";
        return kind is "get" ? $"{owner}.{property}{indexer}.get -> {returned}"
            : returned is TypeNames.Init ? $"{owner}.{property}{indexer}.init <- {Type(parameters[^1])}"
            : $"{owner}.{property}{indexer}.set <- {Type(parameters[^1])}";
    }

    static (string Property, string Kind)? Accessor(string name) =>
        name.StartsWith("get_", StringComparison.Ordinal) ? (name[4..], "get")
        : name.StartsWith("set_", StringComparison.Ordinal) ? (name[4..], "set")
        : null;

    /// <summary>A parameter's text without its name, which is the last word.</summary>
    static string Type(string parameter) => parameter[..parameter.LastIndexOf(' ')];

    List<string> Parameters(MethodSignature<string> signature)
    {
        var known = method
            .GetParameters()
            .Select(reader.GetParameter)
            .Where(parameter => parameter.SequenceNumber > 0)
            .ToDictionary(parameter => parameter.SequenceNumber);
        return
        [
            .. signature.ParameterTypes.Select(
                (type, index) =>
                    known.TryGetValue(index + 1, out var parameter)
                        ? $"{Passed(type, parameter)} {reader.GetString(parameter.Name)}{Constants.Write(reader, parameter.GetDefaultValue())}"
                        : $"{type} arg{index}"
            ),
        ];
    }

    static string Passed(string type, Parameter parameter) =>
        !type.StartsWith("ref ", StringComparison.Ordinal) ? type
        : parameter.Attributes.HasFlag(ParameterAttributes.Out) ? $"out {type[4..]}"
        : parameter.Attributes.HasFlag(ParameterAttributes.In) ? $"in {type[4..]}"
        : type;
}
