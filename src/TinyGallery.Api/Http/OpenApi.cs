using Microsoft.OpenApi;
using TinyGallery.Api.Observability;
using TinyGallery.Api.Security;

namespace TinyGallery.Api.Http;

/// <summary>The description at <c>/openapi/v1.json</c>, made from the endpoints.</summary>
static class OpenApi
{
    /// <summary>The document's name in its address.</summary>
    public const string DocumentName = "v1";

    const string Scheme = "ApiKey";

    /// <summary>Says that the request's body is an image itself.</summary>
    public static RouteHandlerBuilder TakesImage(this RouteHandlerBuilder route, params string[] types) =>
        route.AddOpenApiOperationTransformer(
            (operation, _, _) =>
            {
                var image = new OpenApiMediaType
                {
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" },
                };
                operation.RequestBody = new OpenApiRequestBody
                {
                    Required = true,
                    Content = types.ToDictionary(type => type, _ => image, StringComparer.Ordinal),
                };
                return Task.CompletedTask;
            }
        );

    public static void AddGalleryOpenApi(this IServiceCollection services) =>
        services.AddOpenApi(
            DocumentName,
            options =>
            {
                options.AddDocumentTransformer(
                    (document, _, _) =>
                    {
                        document.Info = new OpenApiInfo
                        {
                            Title = "TinyGallery",
                            Version = BuildInfo.Current.Version,
                            Description = "Albums and photos.",
                        };
                        // Relative to where the document was read: it is right behind any proxy.
                        document.Servers = [new OpenApiServer { Url = "/" }];
                        document.Components ??= new OpenApiComponents();
                        document.AddComponent(
                            Scheme,
                            new OpenApiSecurityScheme
                            {
                                Type = SecuritySchemeType.ApiKey,
                                In = ParameterLocation.Header,
                                Name = ApiKey.Header,
                            }
                        );
                        return Task.CompletedTask;
                    }
                );
                options.AddOperationTransformer(
                    (operation, context, _) =>
                    {
                        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<ApiKeyNeeded>().Any())
                            operation.Security =
                            [
                                new OpenApiSecurityRequirement
                                {
                                    [new OpenApiSecuritySchemeReference(Scheme, context.Document)] = [],
                                },
                            ];
                        return Task.CompletedTask;
                    }
                );
            }
        );
}
