using System.Security.Cryptography;
using System.Text;
using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TinyGallery.Api.Configuration;
using TinyGallery.Api.Data;
using TinyGallery.Api.Hosting;
using TinyGallery.Api.Verbs;

namespace TinyGallery.IntegrationTests.Hosts;

/// <summary>The real service on a real socket, in this process, on a database of its own.</summary>
public sealed class RunningGallery : IAsyncDisposable
{
    public const string ApiKey = "correct horse battery staple";

    readonly WebApplication _application;

    RunningGallery(WebApplication application, string connection)
    {
        _application = application;
        Connection = connection;
        Address = new Uri(application.Urls.Single());
        Client = NewClient();
        Client.DefaultRequestHeaders.Add("X-Api-Key", ApiKey);
    }

    /// <summary>As <c>ConnectionStrings__Gallery</c> takes it.</summary>
    public string Connection { get; }

    public Uri Address { get; }

    /// <summary>A client that has the key.</summary>
    public HttpClient Client { get; }

    /// <param name="migrate">False leaves the database as it is.</param>
    /// <param name="settings">More settings, as in <c>Gallery:RateLimit:PermitsPerSecond</c>; null takes one away.</param>
    public static async Task<RunningGallery> StartAsync(
        string connection,
        bool migrate = true,
        params (string Name, string? Value)[] settings
    )
    {
        if (migrate)
            (await RunAsync(connection, new Verb.Migrate())).ExitCode.Should().Be(0);
        var configuration = Configure(connection, settings);
        var application = GalleryApplication.Create(GallerySettings.Read(configuration), configuration);
        await application.StartAsync();
        return new RunningGallery(application, connection);
    }

    /// <summary>A client without a key, with connections of its own.</summary>
    public HttpClient NewClient() =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { BaseAddress = Address };

    /// <summary>Runs SQL behind the service's back.</summary>
    public async Task ExecuteAsync(string sql)
    {
        var database = _application.Services.GetRequiredService<Database>();
        await using var connection = await database.OpenAsync(CancellationToken.None);
        await connection.ExecuteAsync(sql);
    }

    /// <summary>Runs a verb in this process, as <c>TinyGallery.Api</c> would on this database.</summary>
    internal static async Task<(int ExitCode, string Output, string Error)> RunAsync(string connection, Verb verb)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandLine.RunAsync(verb, Configure(connection), output, error, CancellationToken.None);
        return (code, output.ToString(), error.ToString());
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _application.StopAsync();
        await _application.DisposeAsync();
    }

    static IConfiguration Configure(string connection, params (string Name, string? Value)[] settings)
    {
        var all = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["ConnectionStrings:Gallery"] = connection,
            ["Gallery:ApiKeySha256"] = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(ApiKey))),
            ["urls"] = "http://127.0.0.1:0",
            // Not None: the server gives a request its trace only while somebody could log it.
            ["Logging:LogLevel:Default"] = "Critical",
        };
        foreach (var (name, value) in settings)
            all[name] = value;
        return new ConfigurationBuilder().AddInMemoryCollection(all).Build();
    }
}
