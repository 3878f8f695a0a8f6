using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Slipway.Testing;

namespace TinyGallery.EndToEndTests.Targets;

/// <summary>The executable, migrated and started on a free port, with an SQLite database of its own.</summary>
sealed class OwnService : IAsyncDisposable
{
    public const string ApiKey = "a key for this run";

    readonly TempDirectory _directory;
    readonly Process _process;

    OwnService(TempDirectory directory, Process process, Uri address)
    {
        _directory = directory;
        _process = process;
        Address = address;
    }

    public Uri Address { get; }

    static string Assembly => Path.Combine(AppContext.BaseDirectory, "TinyGallery.Api.dll");

    public static async Task<OwnService> StartAsync()
    {
        var directory = new TempDirectory();
        var address = new Uri($"http://127.0.0.1:{FreePort.Next()}");
        var environment = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Gallery__DataDirectory"] = directory.Path,
            ["Gallery__ApiKeySha256"] = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(ApiKey))),
            ["ASPNETCORE_URLS"] = address.GetLeftPart(UriPartial.Authority),
        };
        var migrated = await CommandLine.RunAsync("dotnet", [Assembly, "migrate"], environment: environment);
        migrated.ExitCode.Should().Be(0, migrated.All);

        var start = new ProcessStartInfo("dotnet", [Assembly])
        {
            UseShellExecute = false,
            WorkingDirectory = directory.Path,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        var service = new OwnService(directory, Process.Start(start)!, address);
        await Wait.UntilAsync(service.IsReadyAsync, "the service is ready");
        return service;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _directory.Dispose();
    }

    async Task<bool> IsReadyAsync()
    {
        _process.HasExited.Should().BeFalse("its log says why");
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        try
        {
            using var response = await client.GetAsync(new Uri(Address, "/health/ready"));
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
