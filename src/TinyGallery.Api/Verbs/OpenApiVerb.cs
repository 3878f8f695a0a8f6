using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using TinyGallery.Api.Configuration;
using TinyGallery.Api.Hosting;

namespace TinyGallery.Api.Verbs;

/// <summary>Prints the description of the HTTP API, without a server and without a database.</summary>
static class OpenApiVerb
{
    public static async Task<int> RunAsync(
        GallerySettings settings,
        IConfiguration configuration,
        TextWriter output,
        CancellationToken cancellation
    )
    {
        await using var application = GalleryApplication.Create(settings, configuration);
        // What a start does: until then the description does not know the endpoints.
        application.UseEndpoints(_ => { });
        var document = await application
            .Services.GetRequiredKeyedService<IOpenApiDocumentProvider>(Http.OpenApi.DocumentName)
            .GetOpenApiDocumentAsync(cancellation);
        await output.WriteLineAsync(await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, cancellation));
        return CommandLine.Done;
    }
}
