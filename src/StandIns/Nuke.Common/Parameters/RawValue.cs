using System.Text.Json;

namespace Nuke.Common.Execution;

/// <summary>A parameter's value as it was found, and where.</summary>
/// <param name="Texts">One text, or several for an array; none for a name without a value.</param>
/// <param name="Source">Where it was found, to be shown: <c>--name</c>, a variable, or a file.</param>
/// <param name="Json">The value in a file, for what is more than texts.</param>
/// <param name="File">The file that it is from; null for command line and environment.</param>
internal sealed record RawValue(
    IReadOnlyList<string> Texts,
    string Source,
    JsonElement? Json = null,
    ParameterFile? File = null
)
{
    /// <summary>Whether a name without a value means true, as it does on the command line.</summary>
    public bool IsSwitch { get; init; }
}
