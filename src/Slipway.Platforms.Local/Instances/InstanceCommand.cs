using Slipway.Delivery.Environments;
using Slipway.Images;
using Slipway.Platforms.Local.Supervision;
using Slipway.Protocol.Supervision;

namespace Slipway.Platforms.Local.Instances;

/// <summary>How the program of an unpacked image is started: pure functions of the image and the environment.</summary>
/// <param name="data">The full path of the data directory.</param>
sealed class InstanceCommand(EnvironmentSpec environment, string data, UnpackedImage image)
{
    /// <summary>The full path of the program; <c>dotnet</c> is the one that runs this build.</summary>
    public string Program =>
        image.Command[0] is "dotnet" ? HostFiles.DotNet()
        : image.Command[0].Contains('/', StringComparison.Ordinal)
            ? Path.GetFullPath(image.Command[0], image.WorkingDirectory)
        : image.Command[0];

    /// <summary>The image's arguments; those that name a file of the image name it where it was unpacked.</summary>
    public IReadOnlyList<string> Arguments => [.. image.Command.Skip(1).Select(OnThisMachine)];

    public string WorkingDirectory => image.WorkingDirectory;

    /// <summary>
    /// What every process of the environment gets: the image's variables, then Slipway's, then the settings, where a
    /// later one of a name wins.
    /// </summary>
    public IReadOnlyDictionary<string, string> Variables()
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var variable in image.Configuration.Config?.Env ?? [])
        {
            var equals = variable.IndexOf('=', StringComparison.Ordinal);
            // The image's search path is meant for the image's root, which is not the root here.
            if (equals > 0 && variable[..equals] is not "PATH")
                variables[variable[..equals]] = variable[(equals + 1)..];
        }

        foreach (var (name, value) in environment.Service.DataSettings)
            variables[name] = value.Replace("{data}", data, StringComparison.Ordinal);
        variables["SLIPWAY_ENVIRONMENT"] = environment.Name;
        foreach (var (name, value) in environment.Settings)
            variables[name] = value;
        return variables;
    }

    /// <param name="place">What it is told of where it runs: the slot's name.</param>
    public ProcessSpecification Specification(string place, Instance instance, string logFile) =>
        new(
            instance.Name,
            Program,
            Arguments,
            new Dictionary<string, string>(Variables(), StringComparer.Ordinal)
            {
                ["SLIPWAY_SLOT"] = place,
                ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{instance.Port}",
            },
            WorkingDirectory,
            logFile
        );

    string OnThisMachine(string argument)
    {
        if (!argument.StartsWith('/'))
            return argument;
        var path = image.HostPath(argument);
        return File.Exists(path) || Directory.Exists(path) ? path : argument;
    }
}
