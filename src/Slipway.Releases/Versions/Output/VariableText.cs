using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Slipway.Releases;

/// <summary>The variables by name, in the order and the JSON in which GitVersion prints them.</summary>
public static class VariableText
{
    static readonly (string Name, Func<VersionVariables, object?> Value)[] All =
    [
        (nameof(VersionVariables.AssemblySemFileVer), one => one.AssemblySemFileVer),
        (nameof(VersionVariables.AssemblySemVer), one => one.AssemblySemVer),
        (nameof(VersionVariables.BranchName), one => one.BranchName),
        (nameof(VersionVariables.BuildMetaData), one => one.BuildMetaData),
        (nameof(VersionVariables.CommitDate), one => one.CommitDate),
        (nameof(VersionVariables.EscapedBranchName), one => one.EscapedBranchName),
        (nameof(VersionVariables.FullBuildMetaData), one => one.FullBuildMetaData),
        (nameof(VersionVariables.FullSemVer), one => one.FullSemVer),
        (nameof(VersionVariables.InformationalVersion), one => one.InformationalVersion),
        (nameof(VersionVariables.Major), one => one.Major),
        (nameof(VersionVariables.MajorMinorPatch), one => one.MajorMinorPatch),
        (nameof(VersionVariables.Minor), one => one.Minor),
        (nameof(VersionVariables.Patch), one => one.Patch),
        (nameof(VersionVariables.PreReleaseLabel), one => one.PreReleaseLabel),
        (nameof(VersionVariables.PreReleaseLabelWithDash), one => one.PreReleaseLabelWithDash),
        (nameof(VersionVariables.PreReleaseNumber), one => one.PreReleaseNumber),
        (nameof(VersionVariables.PreReleaseTag), one => one.PreReleaseTag),
        (nameof(VersionVariables.PreReleaseTagWithDash), one => one.PreReleaseTagWithDash),
        (nameof(VersionVariables.SemVer), one => one.SemVer),
        (nameof(VersionVariables.Sha), one => one.Sha),
        (nameof(VersionVariables.ShortSha), one => one.ShortSha),
        (nameof(VersionVariables.UncommittedChanges), one => one.UncommittedChanges),
        (nameof(VersionVariables.VersionSourceDistance), one => one.VersionSourceDistance),
        (nameof(VersionVariables.VersionSourceIncrement), one => one.VersionSourceIncrement),
        (nameof(VersionVariables.VersionSourceSemVer), one => one.VersionSourceSemVer),
        (nameof(VersionVariables.VersionSourceSha), one => one.VersionSourceSha),
        (nameof(VersionVariables.WeightedPreReleaseNumber), one => one.WeightedPreReleaseNumber),
    ];

    /// <summary>The names of all variables.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(variable => variable.Name)];

    /// <summary>A variable as text; empty for one without a value.</summary>
    /// <param name="name">In any case.</param>
    /// <exception cref="ReleaseException">There is no such variable; with those that there are.</exception>
    public static string Value(VersionVariables variables, string name) =>
        Find(name) is { } value
            ? Convert.ToString(value(variables), CultureInfo.InvariantCulture) ?? ""
            : throw new ReleaseException($"There is no variable '{name}': choose one of {string.Join(", ", Names)}.");

    /// <summary>One indented object.</summary>
    public static string Json(VersionVariables variables)
    {
        using var buffer = new MemoryStream();
        var options = new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var writer = new Utf8JsonWriter(buffer, options))
        {
            writer.WriteStartObject();
            foreach (var (name, value) in All)
            {
                writer.WritePropertyName(name);
                if (value(variables) is string text)
                    writer.WriteStringValue(text);
                else if (value(variables) is { } number)
                    writer.WriteNumberValue(Convert.ToInt64(number, CultureInfo.InvariantCulture));
                else
                    writer.WriteNullValue();
            }
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    /// <summary>A template with its variables put in: <c>{Major}.{Minor}</c>.</summary>
    /// <exception cref="ReleaseException">It asks for a variable that is not there.</exception>
    public static string Expand(string template, VersionVariables variables) =>
        TextTemplate.Expand(
            template,
            name => Find(name) is null ? null : Value(variables, name),
            Environment.GetEnvironmentVariable,
            $"the format '{template}'"
        );

    static Func<VersionVariables, object?>? Find(string name) =>
        Array.Find(All, variable => string.Equals(variable.Name, name, StringComparison.OrdinalIgnoreCase)).Value;
}
