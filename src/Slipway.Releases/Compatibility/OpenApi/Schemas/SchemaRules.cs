using static Slipway.Releases.Compatibility.Impact;

namespace Slipway.Releases.Compatibility.OpenApi.Schemas;

/// <summary>How what a schema allows has moved.</summary>
enum Shift
{
    /// <summary>Every value that it allows was allowed before, and some are not any more.</summary>
    Narrowed,

    /// <summary>Every value that was allowed still is, and some are new.</summary>
    Widened,

    /// <summary>Some are gone and others are new, or nobody can tell.</summary>
    Replaced,
}

/// <summary>
/// What may be sent must not shrink, what may come back must not grow: the rules of a schema follow from the direction of
/// its values. Objects have rules of their own, because clients ignore members that they do not know.
/// </summary>
static class SchemaRules
{
    public static readonly OpenApiRule RequestNarrowed = new(
        "request-narrowed",
        Breaking,
        "what a client may send today is refused"
    );
    public static readonly OpenApiRule RequestWidened = new(
        "request-widened",
        Additive,
        "what a client sends is taken"
    );
    public static readonly OpenApiRule RequestReplaced = new(
        "request-replaced",
        Breaking,
        "what a client may send today is refused, or nobody can tell"
    );
    public static readonly OpenApiRule ResponseNarrowed = new(
        "response-narrowed",
        None,
        "a client knows every value that may come"
    );
    public static readonly OpenApiRule ResponseWidened = new(
        "response-widened",
        Breaking,
        "a value may come that a client does not know: for an enum, generated clients throw on a name that they were not generated with"
    );
    public static readonly OpenApiRule ResponseReplaced = new(
        "response-replaced",
        Breaking,
        "a value may come that a client does not know, or nobody can tell"
    );
    public static readonly OpenApiRule RequestPropertyRemoved = new(
        "request-property-removed",
        Breaking,
        "what a client says by it is refused, or lost without a word"
    );
    public static readonly OpenApiRule RequestPropertyAdded = new(
        "request-property-added",
        Additive,
        "it can be left out"
    );
    public static readonly OpenApiRule RequestPropertyAddedRequired = new(
        "request-property-added-required",
        Breaking,
        "no client sends it yet"
    );
    public static readonly OpenApiRule RequestPropertyRequired = new(
        "request-property-became-required",
        Breaking,
        "a client could leave it out"
    );
    public static readonly OpenApiRule RequestPropertyOptional = new(
        "request-property-became-optional",
        Additive,
        "who sends it goes on"
    );
    public static readonly OpenApiRule ResponsePropertyRemoved = new(
        "response-property-removed",
        Breaking,
        "a client that reads it finds nothing"
    );
    public static readonly OpenApiRule ResponsePropertyAdded = new(
        "response-property-added",
        Additive,
        "clients ignore members that they do not know"
    );
    public static readonly OpenApiRule ResponsePropertyOptional = new(
        "response-property-became-optional",
        Breaking,
        "a client could rely on it"
    );
    public static readonly OpenApiRule ResponsePropertyRequired = new(
        "response-property-became-required",
        None,
        "a client gets what it had to do without before"
    );
    public static readonly OpenApiRule DefaultChanged = new(
        "request-default-changed",
        Breaking,
        "who leaves it out gets something else than before, without having changed anything"
    );

    public static IReadOnlyList<OpenApiRule> All { get; } =
    [
        RequestNarrowed,
        RequestWidened,
        RequestReplaced,
        ResponseNarrowed,
        ResponseWidened,
        ResponseReplaced,
        RequestPropertyRemoved,
        RequestPropertyAdded,
        RequestPropertyAddedRequired,
        RequestPropertyRequired,
        RequestPropertyOptional,
        ResponsePropertyRemoved,
        ResponsePropertyAdded,
        ResponsePropertyOptional,
        ResponsePropertyRequired,
        DefaultChanged,
    ];

    public static OpenApiRule Of(Direction direction, Shift shift) =>
        (direction, shift) switch
        {
            (Direction.Request, Shift.Narrowed) => RequestNarrowed,
            (Direction.Request, Shift.Widened) => RequestWidened,
            (Direction.Request, _) => RequestReplaced,
            (_, Shift.Narrowed) => ResponseNarrowed,
            (_, Shift.Widened) => ResponseWidened,
            _ => ResponseReplaced,
        };
}
