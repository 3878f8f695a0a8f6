using System.Text.RegularExpressions;

namespace Slipway.Workflows.Running;

/// <summary>
/// The shell of a <c>run</c> step and how it is started (docs.github.com: "Workflow syntax", <c>steps[*].shell</c>):
/// bash stops at the first failure of a pipe only when a step asks for <c>shell: bash</c>.
/// </summary>
/// <param name="Arguments"><c>{0}</c> stands for the script's file.</param>
/// <param name="Extension">Of the script's file.</param>
sealed partial record ScriptShell(string Program, IReadOnlyList<string> Arguments, string Extension)
{
    const string ExitWithLast = "if ((Test-Path -LiteralPath variable:\\LASTEXITCODE)) { exit $LASTEXITCODE }";

    static readonly Dictionary<string, (string Arguments, string Extension)> BuiltIn = new(StringComparer.Ordinal)
    {
        ["bash"] = ("--noprofile --norc -e -o pipefail {0}", ".sh"),
        ["sh"] = ("-e {0}", ".sh"),
        ["python"] = ("{0}", ".py"),
        ["pwsh"] = ("-command \". '{0}'\"", ".ps1"),
    };

    /// <param name="shell">As the step or its defaults say it; null or empty is bash, or sh where there is no bash.</param>
    /// <param name="path">PATH.</param>
    /// <exception cref="StepException">The program is not on PATH, or it is no shell and no pattern.</exception>
    public static ScriptShell Find(string? shell, string path)
    {
        if (string.IsNullOrEmpty(shell))
        {
            var program = Programs.Find("bash", path) ?? Require("sh", path);
            return new ScriptShell(program, Split(BuiltIn["sh"].Arguments), BuiltIn["sh"].Extension);
        }
        var (name, pattern) = shell.Split(' ', 2) is [var first, var rest] ? (first, rest.Trim()) : (shell, "");
        var builtIn = BuiltIn.GetValueOrDefault(name, ("", ""));
        if (pattern.Length == 0)
            pattern = builtIn.Item1;
        if (!pattern.Contains("{0}", StringComparison.Ordinal))
        {
            throw new StepException(
                $"There is no shell '{shell}' here: write bash, sh, pwsh, python, or a command with {{0}} for the script's file."
            );
        }
        return new ScriptShell(Require(name, path), Split(pattern), builtIn.Item2);
    }

    public CommandLine For(string script) =>
        new(Program, [.. Arguments.Select(argument => argument.Replace("{0}", script, StringComparison.Ordinal))]);

    /// <summary>What stands in the file for the script of a step.</summary>
    public string Content(string script) =>
        Extension is ".ps1" ? $"$ErrorActionPreference = 'stop'\n{script}\n{ExitWithLast}\n" : script;

    static string Require(string name, string path) =>
        Programs.Find(name, path)
        ?? throw new StepException($"The shell '{name}' is not on PATH: install it, or take another shell.");

    /// <summary>At spaces; what stands between double quotes stays together.</summary>
    static List<string> Split(string arguments) =>
        [.. Argument().Matches(arguments).Select(match => match.Value.Replace("\"", "", StringComparison.Ordinal))];

    [GeneratedRegex("(\"[^\"]*\"|[^ \"])+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Argument();
}
