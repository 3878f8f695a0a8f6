using Slipway.Releases.Compatibility.OpenApi.Schemas;

namespace Slipway.Releases.Compatibility.OpenApi;

/// <summary>Compares one operation with what it was.</summary>
sealed class OperationComparison(Operation old, Operation @new, Findings findings)
{
    static readonly string[] Unknown = ["callbacks", "servers"];

    readonly SchemaComparison _schemas = new(findings, @new.Name);

    public void Run()
    {
        CompareNames();
        if (@new.Node.Flag("deprecated") && !old.Node.Flag("deprecated"))
            Add(OpenApiRules.OperationDeprecated, @new.Node.Pointer, $"{@new.Name} is deprecated");
        foreach (var keyword in Unknown.Where(keyword => !Node.AreEqual(old.Node[keyword], @new.Node[keyword])))
            Add(OpenApiRules.NotJudged, Node.Below(@new.Node.Pointer, keyword), $"{keyword} have changed");

        var contents = new ContentComparison(old.Document, @new.Document, _schemas, findings, @new.Name);
        new ParameterComparison(old, @new, contents, _schemas, findings).Run();
        new BodyComparison(old, @new, contents, findings).Run();
        new ResponseComparison(old, @new, contents, _schemas, findings).Run();
        SecurityComparison.Run(old, @new, findings);
    }

    void CompareNames()
    {
        var (before, after) = (old.Node.Text("operationId"), @new.Node.Text("operationId"));
        if (string.Equals(before, after, StringComparison.Ordinal))
            return;
        if (before is null)
            Add(
                OpenApiRules.OperationNamed,
                Node.Below(@new.Node.Pointer, "operationId"),
                $"operationId is '{after}' now"
            );
        else
            Add(
                OpenApiRules.OperationRenamed,
                Node.Below((after is null ? old : @new).Node.Pointer, "operationId"),
                $"operationId: '{before}' → {(after is null ? "none" : $"'{after}'")}"
            );
    }

    void Add(OpenApiRule rule, string pointer, string what) => findings.Add(rule, @new.Name, pointer, what);
}
