using System.Globalization;
using System.Reflection;
using System.Reflection.Metadata;

namespace Slipway.Releases.Compatibility.PublicApi;

/// <summary>What the arguments of type parameters must be, a line for each.</summary>
static class GenericConstraints
{
    /// <param name="letter">Of the type parameters of a type (T) or a method (M).</param>
    /// <param name="subject">The line of whose they are.</param>
    public static IEnumerable<string> Write(
        MetadataReader reader,
        GenericParameterHandleCollection parameters,
        char letter,
        string subject
    ) =>
        from at in parameters.Select(reader.GetGenericParameter).Index()
        from constraint in Of(reader, at.Item)
        select string.Create(CultureInfo.InvariantCulture, $"where {letter}{at.Index} : {constraint} in {subject}");

    static IEnumerable<string> Of(MetadataReader reader, GenericParameter parameter)
    {
        if (parameter.Attributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint))
            yield return "class";
        if (parameter.Attributes.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint))
            yield return "struct";
        else if (parameter.Attributes.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint))
            yield return "new()";
        foreach (var handle in parameter.GetConstraints())
        {
            var name = EntityNames.Of(reader, reader.GetGenericParameterConstraint(handle).Type);
            if (name is not "System.ValueType")
                yield return name;
        }
    }
}
