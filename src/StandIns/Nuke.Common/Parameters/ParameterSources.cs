using System.Text.Json;
using Nuke.Common.IO;
using Serilog;

namespace Nuke.Common.Execution;

/// <summary>Where parameters come from, in the order in which they count: command line, environment, profiles, file.</summary>
internal sealed class ParameterSources(
    CommandLineArguments arguments,
    EnvironmentParameters environment,
    Func<IReadOnlyList<ParameterFile>>? files = null
)
{
    private IReadOnlyList<ParameterFile>? _files;

    /// <summary>Those of this process; read when first asked for.</summary>
    public static ParameterSources Current
    {
        get =>
            field ??= new(
                new CommandLineArguments(Environment.GetCommandLineArgs().Skip(1)),
                new EnvironmentParameters(Environment.GetEnvironmentVariables()),
                ReadFiles
            );
        set;
    }

    public CommandLineArguments Arguments => arguments;

    /// <summary>The profiles, the one that counts most first, then <c>parameters.json</c>.</summary>
    /// <exception cref="BuildInputException">A file cannot be used.</exception>
    public IReadOnlyList<ParameterFile> Files => _files ??= files?.Invoke() ?? [];

    /// <summary>The value that counts, or null.</summary>
    public RawValue? Find(string name, char? separator = null) =>
        FindOutsideFiles(name, separator) ?? FindInFiles(name, separator);

    /// <summary>A single text from the command line or the environment, or null when there is none or an empty one.</summary>
    public string? FindText(string name) =>
        FindOutsideFiles(name, separator: null)?.Texts is [{ Length: > 0 } text, ..] ? text : null;

    /// <summary>The profiles to load, from anywhere but their own files.</summary>
    public string[] FindProfiles() =>
        [.. FindOutsideFiles(Constants.LoadedLocalProfilesParameterName, separator: null)?.Texts ?? []];

    /// <summary>The value from the command line or the environment, or null.</summary>
    public RawValue? FindOutsideFiles(string name, char? separator)
    {
        if (arguments.Find(name) is { } values)
            return new RawValue(Split(values, separator), $"--{ParameterNames.Dashed(name)}") { IsSwitch = true };

        if (name is Constants.InvokedTargetsParameterName && arguments.Positional.Count > 0)
            return new RawValue(Split(arguments.Positional, separator), "the command line");

        var (variable, value, ambiguous) = environment.Find(name);
        if (ambiguous.Count > 0)
            Log.Warning("{Parameter} has no value since several variables give one: {Variables}", name, ambiguous);
        return value is null
            ? null
            : new RawValue(
                [.. Split([value], separator).Where(x => !string.IsNullOrWhiteSpace(x))],
                $"environment variable {variable}"
            );
    }

    private RawValue? FindInFiles(string name, char? separator)
    {
        foreach (var file in Files)
        {
            if (file.Find(name) is { ValueKind: not JsonValueKind.Null } value)
                return new RawValue(Split(Texts(value), separator), $"'{name}' in {file.Path}", value, file);
        }

        return null;
    }

    private static IReadOnlyList<string> Split(IReadOnlyList<string> values, char? separator) =>
        separator is { } character && values is [var single] ? single.Split(character) : values;

    private static IReadOnlyList<string> Texts(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(Text)] : [Text(value)];

    private static string Text(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    private static List<ParameterFile> ReadFiles()
    {
        var root = NukeBuild.RootDirectory;
        var result = new List<ParameterFile>();
        foreach (var profile in NukeBuild.LoadedLocalProfiles.Reverse())
        {
            var path = Constants.GetParametersFile(root, profile);
            if (!File.Exists(path))
                throw new BuildInputException(MissingProfile(root, profile, path));
            result.Add(ParameterFile.Read(path, profile));
        }

        var common = Constants.GetParametersFile(root, Constants.DefaultProfileName);
        if (File.Exists(common))
            result.Add(ParameterFile.Read(common, Constants.DefaultProfileName));
        return result;
    }

    private static string MissingProfile(AbsolutePath root, string profile, AbsolutePath path)
    {
        var known = Constants.GetProfileNames(root).ToList();
        return $"There is no profile '{profile}': {path} does not exist. "
            + (known.Count > 0 ? $"Profiles are: {string.Join(", ", known)}." : "This build has no profiles.");
    }
}
