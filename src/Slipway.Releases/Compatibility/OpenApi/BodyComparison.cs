namespace Slipway.Releases.Compatibility.OpenApi;

/// <summary>Compares the body that an operation takes.</summary>
sealed class BodyComparison(Operation old, Operation @new, ContentComparison contents, Findings findings)
{
    const string Body = "requestBody";

    public void Run()
    {
        switch (Of(old), Of(@new))
        {
            case ({ } before, null):
                Add(OpenApiRules.BodyRemoved, before, "no body is taken any more");
                break;
            case (null, { } after) when after.Flag("required"):
                Add(OpenApiRules.BodyAddedRequired, after, "a body is needed now");
                break;
            case (null, { } after):
                Add(OpenApiRules.BodyAdded, after, "a body is taken now");
                break;
            case ({ } before, { } after):
                Compare(before, after);
                break;
        }
    }

    void Compare(Node before, Node after)
    {
        switch (before.Flag("required"), after.Flag("required"))
        {
            case (false, true):
                Add(OpenApiRules.BodyRequired, after, "the body is required now");
                break;
            case (true, false):
                Add(OpenApiRules.BodyOptional, after, "the body may be left out now");
                break;
        }

        contents.Compare(before, after, Direction.Request);
    }

    static Node? Of(Operation operation) => operation.Node[Body] is { } body ? operation.Document.Resolve(body) : null;

    void Add(OpenApiRule rule, Node body, string what) => findings.Add(rule, @new.Name, body.Pointer, what);
}
