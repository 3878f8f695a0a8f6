using Microsoft.Extensions.Configuration.Memory;

namespace TinyGallery.Api.Configuration;

/// <summary>Where settings come from, later ones winning: built-in defaults, the environment, the command line.</summary>
static class ConfigurationSources
{
    static readonly Dictionary<string, string?> Defaults = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Logging:LogLevel:Default"] = "Information",
        ["Logging:LogLevel:Microsoft.AspNetCore"] = "Warning",
        ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Warning",
        // A start that fails is told in one line, by the verb.
        ["Logging:LogLevel:Microsoft.Extensions.Hosting.Internal.Host"] = "Critical",
    };

    /// <param name="urls">The value of <c>--urls</c>, null when it was not given.</param>
    public static IConfigurationRoot Build(string? urls = null)
    {
        var builder = new ConfigurationBuilder()
            .Add(new MemoryConfigurationSource { InitialData = Defaults })
            .AddEnvironmentVariables("DOTNET_")
            .AddEnvironmentVariables("ASPNETCORE_")
            .AddEnvironmentVariables();
        if (urls is not null)
            builder.AddInMemoryCollection([new(WebHostDefaults.ServerUrlsKey, urls)]);
        return builder.Build();
    }
}
