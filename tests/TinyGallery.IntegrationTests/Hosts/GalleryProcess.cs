using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Slipway.Testing;

namespace TinyGallery.IntegrationTests.Hosts;

/// <summary>The executable itself, as a process of its own.</summary>
public sealed class GalleryProcess : IDisposable
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(45);

    readonly Process _process;
    readonly List<string> _lines = [];

    GalleryProcess(Process process, Uri? address)
    {
        _process = process;
        Client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = address };
        process.OutputDataReceived += (_, line) => Add(line.Data);
        process.BeginOutputReadLine();
    }

    public HttpClient Client { get; }

    /// <summary>What it has logged so far.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_lines)
                return [.. _lines];
        }
    }

    static string Assembly => Path.Combine(AppContext.BaseDirectory, "TinyGallery.Api.dll");

    /// <summary>Starts it on a free port and waits until it is ready.</summary>
    public static async Task<GalleryProcess> StartAsync(
        string connection,
        params (string Name, string Value)[] settings
    )
    {
        var address = new Uri($"http://127.0.0.1:{FreePort.Next()}");
        var start = StartInfo(connection, ["--urls", address.GetLeftPart(UriPartial.Authority)]);
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        var process = new GalleryProcess(Process.Start(start)!, address);
        await Wait.UntilAsync(process.IsReadyAsync, "the service is ready");
        return process;
    }

    /// <summary>Runs a verb to its end.</summary>
    public static Task<CommandResult> RunAsync(string connection, params string[] arguments) =>
        CommandLine.RunAsync("dotnet", [Assembly, .. arguments], environment: Environment(connection), limit: Limit);

    /// <summary>Starts a verb and does not wait for it.</summary>
    public static GalleryProcess Start(string connection, params string[] arguments) =>
        new(Process.Start(StartInfo(connection, arguments))!, address: null);

    /// <param name="signal">Its name, as <c>kill</c> takes it.</param>
    public async Task SignalAsync(string signal)
    {
        var kill = await CommandLine.RunAsync("kill", ["-s", signal, $"{_process.Id}"]);
        kill.ExitCode.Should().Be(0, kill.Error);
    }

    /// <summary>Kills it alone and waits for its end, not for that of its children, who may have its output open.</summary>
    public Task KillAsync()
    {
        _process.Kill();
        return Wait.UntilAsync(() => _process.HasExited, "it has ended");
    }

    /// <returns>The exit code.</returns>
    public async Task<int> WaitForExitAsync()
    {
        using var limit = new CancellationTokenSource(Limit);
        await _process.WaitForExitAsync(limit.Token);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        Client.Dispose();
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }

    async Task<bool> IsReadyAsync()
    {
        _process.HasExited.Should().BeFalse(string.Join('\n', Lines));
        try
        {
            using var response = await Client.GetAsync("/health/ready");
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    void Add(string? line)
    {
        if (line is null)
            return;
        lock (_lines)
            _lines.Add(line);
    }

    static ProcessStartInfo StartInfo(string connection, IEnumerable<string> arguments)
    {
        Interrupts.ReachChildren();
        var start = new ProcessStartInfo("dotnet", [Assembly, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in Environment(connection))
            start.Environment[name] = value;
        return start;
    }

    static Dictionary<string, string?> Environment(string connection) =>
        new(StringComparer.Ordinal)
        {
            ["ConnectionStrings__Gallery"] = connection,
            ["Gallery__ApiKeySha256"] = Convert.ToHexString(
                SHA256.HashData(Encoding.UTF8.GetBytes(RunningGallery.ApiKey))
            ),
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["ASPNETCORE_URLS"] = null,
        };
}
