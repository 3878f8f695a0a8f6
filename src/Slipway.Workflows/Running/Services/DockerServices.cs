using System.Globalization;
using System.Text;
using Slipway.Workflows.Model;
using Slipway.Workflows.Running.Processes;
using Slipway.Workflows.Running.Runs;

namespace Slipway.Workflows.Running.Services;

/// <summary>Services as containers of the Docker engine that the <c>docker</c> command speaks to.</summary>
public sealed class DockerServices(TimeProvider time) : IServiceStarter
{
    const string Label = "slipway.run";

    static readonly TimeSpan HealthLimit = TimeSpan.FromMinutes(3);
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>Whether an engine answers.</summary>
    public static async Task<bool> IsThereAsync(CancellationToken cancellation)
    {
        try
        {
            string[] arguments = ["version", "--format", "{{.Server.Version}}"];
            return (await Tool.AskAsync("docker", arguments, Path.GetTempPath(), cancellation)).IsGood;
        }
        catch (WorkflowException)
        {
            return false;
        }
    }

    /// <summary>Sees to it that the engine has an image.</summary>
    /// <returns>Why it cannot be had; null when it is there.</returns>
    public static async Task<string?> FetchAsync(string image, CancellationToken cancellation)
    {
        if ((await AskAsync("image", "inspect", "--format", "{{.Id}}", image)).IsGood)
            return null;
        try
        {
            var pull = await AskAsync("pull", "--quiet", image);
            return pull.IsGood ? null : pull.Error.Split('\n')[^1];
        }
        catch (WorkflowException failure)
        {
            return failure.Message;
        }

        Task<ToolAnswer> AskAsync(params string[] arguments) =>
            Tool.AskAsync("docker", arguments, Path.GetTempPath(), cancellation);
    }

    public async Task<IRunningService> StartAsync(ServiceRequest request, CancellationToken cancellation)
    {
        await RemoveLeftAsync(cancellation);
        var container = request.Container;
        if (container.Credentials is not null)
            throw new StepException(
                $"The service '{request.Id}': log in with `docker login`; credentials are not handed to docker here."
            );
        // Values stay out of the argument list, where every user could read them.
        var started = await Tool.AskAsync(
            "docker",
            ArgumentsOf(container, request.Owner),
            Path.GetTempPath(),
            cancellation,
            container.Env.Select(entry => KeyValuePair.Create(entry.Key, entry.Value))
        );
        if (!started.IsGood)
            throw new StepException($"The service '{request.Id}' ({container.Image}) does not start: {started.Error}");
        var service = new RunningContainer(started.Output.Trim());
        try
        {
            await WaitUntilHealthyAsync(request, service.Id, cancellation);
            service.Ports = PortsIn(await AskAsync(["port", service.Id], cancellation));
            return service;
        }
        catch
        {
            await service.DisposeAsync();
            throw;
        }
    }

    internal static IReadOnlyList<string> ArgumentsOf(Container container, string owner) =>
        [
            "run",
            "--detach",
            "--label",
            $"{Label}={owner}",
            .. container.Ports.SelectMany(port => (string[])["--publish", Published(port)]),
            .. container.Env.Keys.SelectMany(name => (string[])["--env", name]),
            .. container.Volumes.SelectMany(volume => (string[])["--volume", volume]),
            .. Words(container.Options ?? ""),
            .. container.Entrypoint is { Length: > 0 } entrypoint
                ? ["--entrypoint", entrypoint]
                : Array.Empty<string>(),
            container.Image,
            .. Words(container.Command ?? ""),
        ];

    /// <summary>On loopback only, whatever else the machine is reachable by.</summary>
    internal static string Published(string port) =>
        port.Split(':') is [.., var outer, var inner] ? $"127.0.0.1:{outer}:{inner}" : $"127.0.0.1::{port}";

    /// <summary>Lines such as <c>5432/tcp -> 127.0.0.1:49153</c>.</summary>
    internal static IReadOnlyDictionary<string, string> PortsIn(string output)
    {
        var ports = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Split(" -> ") is [var inner, var outer])
                ports.TryAdd(inner.Split('/')[0], outer[(outer.LastIndexOf(':') + 1)..]);
        }
        return ports;
    }

    /// <summary>Words as a shell has them: quotes keep blanks together.</summary>
    internal static IReadOnlyList<string> Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var (quote, isWord) = ('\0', false);
        foreach (var character in text)
        {
            if (quote == '\0' && char.IsWhiteSpace(character))
            {
                if (isWord)
                    words.Add(word.ToString());
                word.Clear();
                isWord = false;
            }
            else if (character is '"' or '\'' && quote is '\0' || character == quote)
            {
                quote = quote == '\0' ? character : '\0';
                isWord = true;
            }
            else
            {
                word.Append(character);
                isWord = true;
            }
        }
        if (isWord)
            words.Add(word.ToString());
        return words;
    }

    async Task WaitUntilHealthyAsync(ServiceRequest request, string id, CancellationToken cancellation)
    {
        const string Format = "{{.State.Running}} {{if .State.Health}}{{.State.Health.Status}}{{end}}";
        for (var since = time.GetTimestamp(); ; )
        {
            var state = (await AskAsync(["inspect", "--format", Format, id], cancellation)).Trim();
            if (state is "true" or "true healthy")
                return;
            if (state is not "true starting" || time.GetElapsedTime(since) > HealthLimit)
            {
                var log = await Tool.AskAsync("docker", ["logs", "--tail", "20", id], Path.GetTempPath(), cancellation);
                throw new StepException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"The service '{request.Id}' ({request.Container.Image}) is not healthy ({state}). It said:\n{log.Output}{log.Error}"
                    )
                );
            }
            await Task.Delay(Pause, time, cancellation);
        }
    }

    /// <summary>Containers of runs that were killed.</summary>
    static async Task RemoveLeftAsync(CancellationToken cancellation)
    {
        string[] list =
        [
            "ps",
            "--all",
            "--filter",
            $"label={Label}",
            "--format",
            $$$"""{{.ID}} {{.Label "{{{Label}}}"}}""",
        ];
        var listed = await Tool.AskAsync("docker", list, Path.GetTempPath(), cancellation);
        foreach (var line in listed.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Split(' ', 2) is [var id, var owner] && !Directory.Exists(owner))
                await Tool.AskAsync("docker", ["rm", "--force", "--volumes", id], Path.GetTempPath(), cancellation);
        }
    }

    static Task<string> AskAsync(string[] arguments, CancellationToken cancellation) =>
        Tool.RunAsync("docker", arguments, Path.GetTempPath(), cancellation);

    sealed class RunningContainer(string id) : IRunningService
    {
        public string Id => id;

        public IReadOnlyDictionary<string, string> Ports { get; set; } =
            new Dictionary<string, string>(StringComparer.Ordinal);

        public async ValueTask DisposeAsync() =>
            await Tool.AskAsync(
                "docker",
                ["rm", "--force", "--volumes", id],
                Path.GetTempPath(),
                CancellationToken.None
            );
    }
}
