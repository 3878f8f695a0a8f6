using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Nuke.Common.Execution;

/// <summary>
/// Describes a build's parameters as a JSON schema (draft 4) in the shape that NUKE gives it: the engine's parameters in
/// <c>definitions/NukeBuild</c>, the build's own in the first part of <c>allOf</c>.
/// </summary>
internal sealed class SchemaWriter
{
    private readonly Utf8JsonWriter _json;
    private readonly SchemaTypes _types;

    private SchemaWriter(Utf8JsonWriter json)
    {
        _json = json;
        _types = new SchemaTypes(json);
    }

    public static string Write(INukeBuild build, IReadOnlyCollection<ExecutableTarget> targets)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var options = new JsonWriterOptions
        {
            Indented = true,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        using (var json = new Utf8JsonWriter(buffer, options))
            new SchemaWriter(json).Write(ParameterDescription.All(build), targets);
        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private void Write(IReadOnlyList<ParameterDescription> parameters, IReadOnlyCollection<ExecutableTarget> targets)
    {
        _json.WriteStartObject();
        _json.WriteString("$schema", "http://json-schema.org/draft-04/schema#");

        _json.WriteStartObject("definitions");
        WriteNames("Host", Host.AvailableTypes.Select(x => x.Name));
        WriteNames(nameof(ExecutableTarget), targets.Select(x => x.Name));
        _types.WriteDefinitions(parameters.Where(x => !IsSpecial(x)).Select(x => x.Type));
        _json.WriteStartObject(nameof(NukeBuild));
        WriteProperties(parameters.Where(x => x.IsOfEngine));
        _json.WriteEndObject();
        _json.WriteEndObject();

        _json.WriteStartArray("allOf");
        _json.WriteStartObject();
        WriteProperties(parameters.Where(x => !x.IsOfEngine));
        _json.WriteEndObject();
        _json.WriteStartObject();
        _json.WriteString("$ref", SchemaTypes.ReferenceTo(nameof(NukeBuild)));
        _json.WriteEndObject();
        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    private void WriteNames(string definition, IEnumerable<string> names)
    {
        var sorted = names.Order(StringComparer.InvariantCulture).ToList();
        _json.WriteStartObject(definition);
        _json.WriteString("type", "string");
        if (sorted.Count > 0)
            SchemaTypes.WriteEnum(_json, sorted);
        _json.WriteEndObject();
    }

    private void WriteProperties(IEnumerable<ParameterDescription> parameters)
    {
        var list = parameters.ToList();
        if (list.Count == 0)
            return;

        _json.WriteStartObject("properties");
        foreach (var parameter in list)
        {
            _json.WriteStartObject(parameter.Name);
            WriteProperty(parameter);
            _json.WriteEndObject();
        }

        _json.WriteEndObject();
    }

    private void WriteProperty(ParameterDescription parameter)
    {
        if (parameter.Description != null)
            _json.WriteString("description", parameter.Description);
        if (parameter.IsSecret)
            _json.WriteString("default", "Secrets must be entered via ':secrets [profile]'");

        if (parameter.Type == typeof(IReadOnlyCollection<ExecutableTarget>))
            _types.WriteArray(() => _json.WriteString("$ref", SchemaTypes.ReferenceTo(nameof(ExecutableTarget))));
        else if (parameter.Type == typeof(Host))
            _json.WriteString("$ref", SchemaTypes.ReferenceTo(nameof(Host)));
        else if (parameter.HasOwnAttribute)
            _json.WriteString("type", "string");
        else
            _types.WriteProperty(parameter.Type, parameter.AllowedValues);
    }

    private static bool IsSpecial(ParameterDescription parameter) =>
        parameter.HasOwnAttribute
        || parameter.Type == typeof(Host)
        || parameter.Type == typeof(IReadOnlyCollection<ExecutableTarget>);
}
