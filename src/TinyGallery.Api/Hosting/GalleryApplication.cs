using System.Text.Json.Serialization;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging.Console;
using TinyGallery.Api.Albums;
using TinyGallery.Api.Configuration;
using TinyGallery.Api.Data;
using TinyGallery.Api.Data.Migrations;
using TinyGallery.Api.Health;
using TinyGallery.Api.Http;
using TinyGallery.Api.Observability;
using TinyGallery.Api.Pages;
using TinyGallery.Api.Photos;
using TinyGallery.Api.Security;

namespace TinyGallery.Api.Hosting;

/// <summary>The service put together: what it is made of, and what a request passes through.</summary>
static class GalleryApplication
{
    /// <summary>JSON bodies are titles and descriptions; uploads have a limit of their own.</summary>
    const int MaxBodyBytes = 64 * 1024;

    /// <param name="configuration">For logging's levels and the addresses; all else was read into the settings.</param>
    public static WebApplication Create(GallerySettings settings, IConfiguration configuration)
    {
        var builder = WebApplication.CreateEmptyBuilder(
            new WebApplicationOptions
            {
                ApplicationName = "TinyGallery.Api",
                EnvironmentName = settings.IsDevelopment ? Environments.Development : Environments.Production,
                ContentRootPath = AppContext.BaseDirectory,
            }
        );
        builder.Configuration.AddConfiguration(configuration);
        builder.WebHost.UseUrls([.. settings.Urls.Select(address => address.Url)]);
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxBodyBytes;
        });
        AddLogging(builder.Logging, settings, configuration);
        AddServices(builder.Services, settings);

        var application = builder.Build();
        Use(application);
        Map(application);
        return application;
    }

    static void AddLogging(ILoggingBuilder logging, GallerySettings settings, IConfiguration configuration)
    {
        logging.AddConfiguration(configuration.GetSection("Logging"));
        if (settings.IsDevelopment)
            logging.AddSimpleConsole(console => console.SingleLine = true);
        else
            logging
                .AddConsole(console => console.FormatterName = JsonLineFormatter.FormatterName)
                .AddConsoleFormatter<JsonLineFormatter, ConsoleFormatterOptions>();
    }

    static void AddServices(IServiceCollection services, GallerySettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(Database.Create(settings.Database));
        services.AddSingleton<Keys>();
        services.AddSingleton<AlbumStore>();
        services.AddSingleton<PhotoStore>();
        services.AddSingleton<GalleryQueries>();
        services.AddSingleton(provider => new Migrator(
            provider.GetRequiredService<Database>(),
            provider.GetRequiredService<TimeProvider>()
        ));

        services.AddMetrics();
        services.AddSingleton<GalleryMetrics>();
        services.AddSingleton(provider => new PrometheusExporter(provider.GetRequiredService<GalleryMetrics>().Meter));

        services.AddSingleton<Drain>();
        services.Replace(ServiceDescriptor.Singleton<IHostLifetime, DrainingLifetime>());
        services.Configure<HostOptions>(host => host.ShutdownTimeout = DrainingLifetime.FinishLimit);

        services.AddRoutingCore();
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, GalleryJson.Default);
            json.SerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
            json.SerializerOptions.AllowDuplicateProperties = false;
            json.SerializerOptions.RespectNullableAnnotations = true;
            json.SerializerOptions.RespectRequiredConstructorParameters = true;
        });
        services.AddSingleton<IProblemDetailsWriter, ProblemWriter>();
        services.AddProblemDetails();
        services.AddExceptionHandler<FailureHandler>();
        services.AddGalleryRateLimits(settings);
        services.AddGalleryHealth();
        services.AddGalleryOpenApi();
        services.Configure<ForwardedHeadersOptions>(options =>
            // Believed only from loopback, which is where the proxy in front is.
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto
        );
    }

    static void Use(WebApplication application)
    {
        application.UseForwardedHeaders();
        application.UseMiddleware<RequestObserver>();
        application.UseSecurityHeaders();
        application.UseExceptionHandler();
        application.UseStatusCodePages();
        application.UseRouting();
        application.UseRateLimiter();
        application.UseMiddleware<ApiKeyMiddleware>();
    }

    static void Map(WebApplication application)
    {
        application.MapAlbums();
        application.MapPhotos();
        application.MapPages();
        application.MapHealth();
        application.MapVersion();
        application.MapMetrics();
        application.MapOpenApi();
        // Listening from the start, so that nothing is missed before the first scrape.
        application.Services.GetRequiredService<PrometheusExporter>();
    }
}
