namespace Slipway.Releases.Compatibility.OpenApi;

/// <summary>One difference between two descriptions of an API.</summary>
/// <param name="Rule">The id of the rule that judges it: see docs/compatibility.md.</param>
/// <param name="Place">
/// A JSON pointer to it: into the new document, or into the old one for what the new one does not have.
/// </param>
/// <param name="What">In words, such as <c>the parameter 'limit' (query) is gone</c>.</param>
/// <param name="Operations">
/// Whom it concerns, such as <c>GET /api/albums</c>, in the document's order; empty: the whole document.
/// </param>
public sealed record OpenApiChange(
    string Rule,
    Impact Impact,
    string Place,
    string What,
    IReadOnlyList<string> Operations
)
{
    /// <summary>Where, on one line.</summary>
    public string Where =>
        Operations switch
        {
            [] => Place,
            [var one] => $"{one} {Place}",
            [var first, ..] => $"{first} and {Operations.Count - 1} more {Place}",
        };
}
