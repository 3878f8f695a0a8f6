using System.Diagnostics;

namespace Slipway.Databases.Npm;

/// <summary>
/// Downloads a package's tarball: by npm where there is one, because its configuration knows the registry, proxy and
/// credentials; else over HTTP from the registry of npm's own variable.
/// </summary>
/// <param name="command">npm's command, by name or path.</param>
/// <param name="registry">For the download without npm; null takes <c>npm_config_registry</c>.</param>
sealed class NpmClient(string command = "npm", string? registry = null)
{
    static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <summary>Writes the tarball into the directory and answers its path.</summary>
    /// <exception cref="IOException">It could not be had; the message says why, for a person.</exception>
    public async Task<string> DownloadAsync(NpmPackage package, string directory, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            return Clusters.ClusterOwner.OnSearchPath(command)
                ? await PackAsync(package, directory, limit.Token)
                : await GetAsync(package, directory, limit.Token);
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw new IOException($"{package.Name} was not downloaded within {Limit.TotalMinutes} minutes", late);
        }
    }

    async Task<string> PackAsync(NpmPackage package, string directory, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(command)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] arguments =
        [
            "pack",
            $"{package.Name}@{package.Version}",
            "--pack-destination",
            directory,
            "--ignore-scripts",
            "--loglevel=error",
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var error = process.StandardError.ReadToEndAsync(cancellationToken);
        try
        {
            await process.WaitForExitAsync(cancellationToken);
            await output;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        if (process.ExitCode == 0 && Directory.EnumerateFiles(directory, "*.tgz").FirstOrDefault() is { } tarball)
            return tarball;
        var reason = (await error).Split('\n').FirstOrDefault(line => line.Contains("error", StringComparison.Ordinal));
        throw new IOException($"npm could not fetch {package.Name} ({reason?.Trim() ?? $"exit {process.ExitCode}"})");
    }

    async Task<string> GetAsync(NpmPackage package, string directory, CancellationToken cancellationToken)
    {
        var from = registry ?? Environment.GetEnvironmentVariable("npm_config_registry");
        if (string.IsNullOrEmpty(from))
            throw new IOException($"{command} is not there, and npm_config_registry names no registry");
        var address = new Uri(new Uri(from.TrimEnd('/') + '/'), $"{package.Name}/-/{package.TarballName}");
        var tarball = Path.Combine(directory, "package.tgz");
        try
        {
            using var client = new HttpClient();
            await using var content = await client.GetStreamAsync(address, cancellationToken);
            await using var file = File.Create(tarball);
            await content.CopyToAsync(file, cancellationToken);
            return tarball;
        }
        catch (HttpRequestException failure)
        {
            throw new IOException($"{address.Host} did not serve {package.Name} ({failure.Message})", failure);
        }
    }
}
