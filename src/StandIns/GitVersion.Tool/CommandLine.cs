using System.Text.RegularExpressions;
using Slipway.Releases;

namespace GitVersion;

/// <summary>
/// Reads GitVersion's arguments: a switch begins with <c>/</c> or <c>-</c> or both, in any case, and takes the words behind
/// it as values; a first word that is no switch is the directory.
/// </summary>
static partial class CommandLine
{
    public const string Help = """
        GitVersion [path] [/output json|file|buildserver|dotenv] [/outputfile FILE] [/showvariable NAME] [/format TEMPLATE]
                   [/config FILE] [/overrideconfig KEY=VALUE] [/showconfig] [/b BRANCH] [/c COMMIT]
                   [/nofetch] [/nonormalize] [/nocache] [/allowshallow] [/l FILE] [/diag] [/verbosity LEVEL] [/version] [/help]
        """;

    /// <summary>These have no value of their own, so that the word behind one of them is the directory.</summary>
    static readonly string[] Flags = ["nofetch", "nonormalize", "nocache", "allowshallow", "diag"];

    static readonly string[] Valued =
    [
        "targetpath",
        "config",
        "overrideconfig",
        "showvariable",
        "v",
        "format",
        "output",
        "outputfile",
        "b",
        "c",
        "l",
        "verbosity",
    ];

    /// <summary>They change files or fetch repositories, which no version needs.</summary>
    static readonly string[] Unsupported = ["url", "u", "p", "dynamicrepolocation", "updatewixversionfile"];

    static readonly string[] Writing = ["updateassemblyinfo", "updateprojectfiles", "ensureassemblyinfo"];

    /// <exception cref="ReleaseException">It cannot be understood.</exception>
    public static Options Parse(IReadOnlyList<string> arguments)
    {
        var options = new Options();
        for (var index = 0; index < arguments.Count; )
        {
            var argument = arguments[index++];
            if (!IsSwitch(argument))
            {
                options = options with { TargetPath = Existing(argument) };
                continue;
            }
            var name = argument.TrimStart('-', '/').ToLowerInvariant();
            if (argument[0] == '/' && Directory.Exists(argument))
            {
                options = options with { TargetPath = argument };
                continue;
            }
            List<string> values = [];
            // A path may begin as a switch does; what must have a value takes the next word, whatever it is.
            if (Valued.Contains(name, StringComparer.Ordinal) && index < arguments.Count)
                values.Add(arguments[index++]);
            while (
                !Flags.Contains(name, StringComparer.Ordinal) && index < arguments.Count && !IsSwitch(arguments[index])
            )
                values.Add(arguments[index++]);
            options = Apply(options, argument, name, values);
        }
        return options;
    }

    static Options Apply(Options options, string argument, string name, List<string> values) =>
        name switch
        {
            "h" or "help" or "?" => options with { IsHelp = true },
            "version" => options with { IsVersion = true },
            "targetpath" => options with { TargetPath = Existing(One(argument, values)) },
            "config" => options with
            {
                ConfigurationFile = Path.GetFullPath(One(argument, values), options.TargetPath),
            },
            "overrideconfig" => options with { Overrides = [.. options.Overrides, .. values.Select(Override)] },
            "showconfig" => options with { ShowConfiguration = !IsFalse(values) },
            "showvariable" or "v" => options with { ShowVariable = Variable(One(argument, values).Trim('\'')) },
            "format" => options with { Format = One(argument, values) },
            "output" => options with { Outputs = [.. options.Outputs, .. values.Select(Output)] },
            "outputfile" => options with { OutputFile = One(argument, values) },
            "b" => options with { Branch = One(argument, values) },
            "c" => options with { Commit = One(argument, values) },
            "l" or "verbosity" => options,
            _ when Flags.Contains(name, StringComparer.Ordinal) => options,
            _ when Writing.Contains(name, StringComparer.Ordinal) && IsFalse(values) => options,
            _ when Unsupported.Contains(name, StringComparer.Ordinal)
                    || Writing.Contains(name, StringComparer.Ordinal) => throw new ReleaseException(
                $"{argument} is not supported by this stand-in of GitVersion.Tool, which writes no sources and clones nothing: leave it out."
            ),
            _ => throw new ReleaseException($"Could not parse command line parameter '{argument}'.\n{Help}"),
        };

    static bool IsSwitch(string argument) => argument is ['-' or '/', ..] && !PropertyLike().IsMatch(argument);

    static bool IsFalse(List<string> values) =>
        values is [var value, ..]
        && (value is "0" || string.Equals(value, "false", StringComparison.OrdinalIgnoreCase));

    static string One(string argument, List<string> values) =>
        values switch
        {
            [var value] => value,
            [] => throw new ReleaseException($"{argument} wants a value.\n{Help}"),
            _ => throw new ReleaseException($"Could not parse command line parameter '{values[1]}'.\n{Help}"),
        };

    static string Existing(string path) =>
        Directory.Exists(path) ? path : throw new ReleaseException($"The working directory '{path}' does not exist.");

    static string Variable(string name) =>
        VariableText.Names.Contains(name, StringComparer.OrdinalIgnoreCase)
            ? name
            : throw new ReleaseException(
                $"/showvariable requires a valid version variable. Available variables are:\n{string.Join(", ", VariableText.Names)}"
            );

    static OutputKind Output(string value) =>
        Enum.TryParse<OutputKind>(value, ignoreCase: true, out var kind) && Enum.IsDefined(kind)
            ? kind
            : throw new ReleaseException(
                $"Value '{value}' cannot be parsed as output type, please use 'json', 'file', 'buildserver' or 'dotenv'."
            );

    static KeyValuePair<string, string> Override(string option)
    {
        var parts = option.Split('=', 2);
        return parts.Length == 2
            ? new(parts[0].ToLowerInvariant(), parts[1].Trim('"'))
            : throw new ReleaseException($"Could not parse /overrideconfig option: {option}. Write it as key=value.");
    }

    /// <summary>MSBuild's properties, <c>/p:name</c>, are values.</summary>
    [GeneratedRegex(@"^/\w+:", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PropertyLike();
}
