using static Slipway.Releases.Compatibility.Impact;

namespace Slipway.Releases.Compatibility.OpenApi;

/// <summary>Every rule but those of <see cref="Schemas.SchemaRules"/>, which judges what a value may look like.</summary>
static class OpenApiRules
{
    public static readonly OpenApiRule PathRemoved = new("path-removed", Breaking, "who calls it gets 404");
    public static readonly OpenApiRule PathAdded = new("path-added", Additive, "nobody calls it yet");
    public static readonly OpenApiRule OperationRemoved = new(
        "operation-removed",
        Breaking,
        "who calls it gets 404 or 405"
    );
    public static readonly OpenApiRule OperationAdded = new("operation-added", Additive, "nobody calls it yet");
    public static readonly OpenApiRule OperationDeprecated = new(
        "operation-deprecated",
        None,
        "it works as before; those who call it are told in time"
    );
    public static readonly OpenApiRule OperationRenamed = new(
        "operation-renamed",
        Breaking,
        "the method of a generated client is named after operationId: what calls it no longer compiles"
    );
    public static readonly OpenApiRule OperationNamed = new(
        "operation-named",
        None,
        "a generator had to make up a name before, each in its own way: none was promised"
    );
    public static readonly OpenApiRule ParameterRemoved = new(
        "parameter-removed",
        Breaking,
        "what a client says by it is refused, or ignored without a word"
    );
    public static readonly OpenApiRule ParameterAdded = new("parameter-added", Additive, "it can be left out");
    public static readonly OpenApiRule ParameterAddedRequired = new(
        "parameter-added-required",
        Breaking,
        "no client sends it yet"
    );
    public static readonly OpenApiRule ParameterRequired = new(
        "parameter-became-required",
        Breaking,
        "a client could leave it out"
    );
    public static readonly OpenApiRule ParameterOptional = new(
        "parameter-became-optional",
        Additive,
        "who sends it goes on"
    );
    public static readonly OpenApiRule ParameterSerialized = new(
        "parameter-serialized-otherwise",
        Breaking,
        "style, explode and the like say how a value becomes text: a client writes it in the old way"
    );
    public static readonly OpenApiRule BodyRemoved = new(
        "request-body-removed",
        Breaking,
        "what a client sends is refused, or ignored without a word"
    );
    public static readonly OpenApiRule BodyAdded = new("request-body-added", Additive, "it can be left out");
    public static readonly OpenApiRule BodyAddedRequired = new(
        "request-body-added-required",
        Breaking,
        "no client sends one yet"
    );
    public static readonly OpenApiRule BodyRequired = new(
        "request-body-became-required",
        Breaking,
        "a client could leave it out"
    );
    public static readonly OpenApiRule BodyOptional = new(
        "request-body-became-optional",
        Additive,
        "who sends it goes on"
    );
    public static readonly OpenApiRule RequestTypeRemoved = new(
        "request-media-type-removed",
        Breaking,
        "who sends this content type gets 415"
    );
    public static readonly OpenApiRule RequestTypeAdded = new(
        "request-media-type-added",
        Additive,
        "nobody sends it yet"
    );
    public static readonly OpenApiRule ResponseTypeRemoved = new(
        "response-media-type-removed",
        Breaking,
        "a client that can read nothing else gets something else, or 406"
    );
    public static readonly OpenApiRule ResponseTypeAdded = new(
        "response-media-type-added",
        Additive,
        "who does not ask for it in Accept gets the one as before"
    );
    public static readonly OpenApiRule SuccessRemoved = new(
        "success-status-removed",
        Breaking,
        "a client waits for this status to know that it went well"
    );
    public static readonly OpenApiRule SuccessAdded = new(
        "success-status-added",
        Breaking,
        "generated clients throw on a status that was not declared, and its body is not known to anybody"
    );
    public static readonly OpenApiRule StatusRemoved = new(
        "status-removed",
        None,
        "a case that no longer happens harms nobody"
    );
    public static readonly OpenApiRule StatusAdded = new(
        "status-added",
        None,
        "any request can fail or be redirected, by whatever lies between, too: a client is ready for it"
    );
    public static readonly OpenApiRule HeaderRemoved = new(
        "response-header-removed",
        Breaking,
        "a client that reads it finds nothing"
    );
    public static readonly OpenApiRule HeaderOptional = new(
        "response-header-became-optional",
        Breaking,
        "a client could rely on it"
    );
    public static readonly OpenApiRule HeaderAdded = new(
        "response-header-added",
        Additive,
        "clients ignore headers that they do not know"
    );
    public static readonly OpenApiRule SecurityTightened = new(
        "security-tightened",
        Breaking,
        "what let a client in before is refused (401 or 403)"
    );
    public static readonly OpenApiRule SecurityLoosened = new(
        "security-loosened",
        Additive,
        "what let a client in before still does"
    );
    public static readonly OpenApiRule ServerRemoved = new(
        "server-removed",
        Breaking,
        "a generated client takes its base address from here"
    );
    public static readonly OpenApiRule NotJudged = new(
        "not-judged",
        Breaking,
        "no rule knows this keyword: nobody can say that it is harmless"
    );

    public static IReadOnlyList<OpenApiRule> All { get; } =
    [
        PathRemoved,
        PathAdded,
        OperationRemoved,
        OperationAdded,
        OperationDeprecated,
        OperationRenamed,
        OperationNamed,
        ParameterRemoved,
        ParameterAdded,
        ParameterAddedRequired,
        ParameterRequired,
        ParameterOptional,
        ParameterSerialized,
        BodyRemoved,
        BodyAdded,
        BodyAddedRequired,
        BodyRequired,
        BodyOptional,
        RequestTypeRemoved,
        RequestTypeAdded,
        ResponseTypeRemoved,
        ResponseTypeAdded,
        SuccessRemoved,
        SuccessAdded,
        StatusRemoved,
        StatusAdded,
        HeaderRemoved,
        HeaderOptional,
        HeaderAdded,
        SecurityTightened,
        SecurityLoosened,
        ServerRemoved,
        NotJudged,
        .. Schemas.SchemaRules.All,
    ];
}
