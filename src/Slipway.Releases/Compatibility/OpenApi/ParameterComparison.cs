using Slipway.Releases.Compatibility.OpenApi.Schemas;

namespace Slipway.Releases.Compatibility.OpenApi;

/// <summary>Compares what an operation takes in its path, its query, its headers and cookies.</summary>
sealed class ParameterComparison(
    Operation old,
    Operation @new,
    ContentComparison contents,
    SchemaComparison schemas,
    Findings findings
)
{
    public void Run()
    {
        var (before, after) = (old.Parameters, @new.Parameters);
        foreach (var (key, parameter) in before)
        {
            if (after.TryGetValue(key, out var kept))
                Compare(parameter, kept);
            else
                Add(OpenApiRules.ParameterRemoved, parameter, "is gone");
        }

        foreach (var parameter in after.Where(found => !before.ContainsKey(found.Key)).Select(found => found.Value))
        {
            if (parameter.Flag("required"))
                Add(OpenApiRules.ParameterAddedRequired, parameter, "is new and required");
            else
                Add(OpenApiRules.ParameterAdded, parameter, "is new");
        }
    }

    void Compare(Node before, Node after)
    {
        switch (before.Flag("required"), after.Flag("required"))
        {
            case (false, true):
                Add(OpenApiRules.ParameterRequired, after, "is required now");
                break;
            case (true, false):
                Add(OpenApiRules.ParameterOptional, after, "may be left out now");
                break;
        }

        var (written, writes) = (Serialization(before), Serialization(after));
        if (!string.Equals(written, writes, StringComparison.Ordinal))
            Add(OpenApiRules.ParameterSerialized, after, $"is written otherwise: {written} → {writes}");

        if (before["content"] is not null || after["content"] is not null)
            contents.Compare(before, after, Direction.Request);
        else
            schemas.Compare(
                Schema.Of(old.Document, before["schema"], before.Pointer),
                Schema.Of(@new.Document, after["schema"], after.Pointer),
                Direction.Request
            );
    }

    /// <summary>With the specification's defaults.</summary>
    static string Serialization(Node parameter)
    {
        if (parameter["content"] is not null)
            return "by its media type";
        var style = parameter.Text("style") ?? (parameter.Text("in") is "query" or "cookie" ? "form" : "simple");
        var explode = parameter["explode"] is null ? style is "form" : parameter.Flag("explode");
        return $"style {style}{(explode ? ", explode" : "")}{(parameter.Flag("allowReserved") ? ", allowReserved" : "")}";
    }

    void Add(OpenApiRule rule, Node parameter, string what) =>
        findings.Add(
            rule,
            @new.Name,
            parameter.Pointer,
            $"the parameter '{parameter.Text("name")}' ({parameter.Text("in")}) {what}"
        );
}
