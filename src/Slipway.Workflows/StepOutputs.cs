using System.Security.Cryptography;
using System.Text;

namespace Slipway.Workflows;

/// <summary>
/// Hands values of a target to later jobs, through the file that GitHub's runner names in <c>GITHUB_OUTPUT</c>
/// (docs.github.com: "Setting an output parameter"). Elsewhere nothing happens.
/// </summary>
public static class StepOutputs
{
    const string Variable = "GITHUB_OUTPUT";

    /// <param name="output">A name that the target declares with <see cref="YieldsAttribute"/>.</param>
    /// <param name="value">May have several lines. No secret: GitHub drops outputs that hold one.</param>
    public static void Set(string output, string value)
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } file)
            File.AppendAllText(file, Entry(output, value, RandomNumberGenerator.GetHexString(32)));
    }

    /// <summary>Pure: one line where that is enough, else between two lines that the value does not hold.</summary>
    /// <param name="delimiter">What nobody can have put into the value.</param>
    internal static string Entry(string output, string value, string delimiter) =>
        value.AsSpan().IndexOfAny('\n', '\r') < 0
            ? $"{output}={value}\n"
            : new StringBuilder()
                .Append(output)
                .Append("<<")
                .Append(delimiter)
                .Append('\n')
                .Append(value)
                .Append('\n')
                .Append(delimiter)
                .Append('\n')
                .ToString();
}
