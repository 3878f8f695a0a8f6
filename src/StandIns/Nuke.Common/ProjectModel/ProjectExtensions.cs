// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using System.Text.Json;
using Nuke.Common.Execution;
using Nuke.Common.Tooling;
using Nuke.Common.Tools.DotNet;
using Nuke.Common.Utilities;

namespace Nuke.Common.ProjectModel;

/// <summary>What MSBuild knows of a project. Each call asks <c>dotnet msbuild</c>, which takes about a second.</summary>
public static class ProjectExtensions
{
    /// <summary>The evaluated value of a property; null when it has none.</summary>
    public static string GetProperty(this Project project, string propertyName) =>
        Ask(project, $"-getProperty:{propertyName}").Trim().ToNullIfEmpty();

    /// <inheritdoc cref="GetProperty(Project,string)"/>
    public static T GetProperty<T>(this Project project, string propertyName) =>
        (T)Convert<T>(project.GetProperty(propertyName));

    /// <summary>The target frameworks, whether it has one or several; null when it has none.</summary>
    public static IReadOnlyCollection<string> GetTargetFrameworks(this Project project) =>
        GetEither(project, "TargetFramework", "TargetFrameworks");

    /// <summary>The runtime identifiers, whether it has one or several; null when it has none.</summary>
    public static IReadOnlyCollection<string> GetRuntimeIdentifiers(this Project project) =>
        GetEither(project, "RuntimeIdentifier", "RuntimeIdentifiers");

    /// <summary><c>Library</c>, <c>Exe</c> …</summary>
    public static string GetOutputType(this Project project) => project.GetProperty("OutputType");

    /// <summary>The items of a kind, such as <c>Compile</c>.</summary>
    public static IEnumerable<string> GetItems(this Project project, string itemGroupName) =>
        project.GetItemMetadata(itemGroupName, "Identity");

    /// <inheritdoc cref="GetItems(Project,string)"/>
    public static IEnumerable<T> GetItems<T>(this Project project, string itemGroupName) =>
        project.GetItems(itemGroupName).Select(x => (T)Convert<T>(x));

    /// <summary>A metadata value of each item of a kind; empty for an item without it.</summary>
    public static IEnumerable<string> GetItemMetadata(
        this Project project,
        string itemGroupName,
        string metadataName
    ) => Items(project, itemGroupName).Select(x => x.GetValueOrDefault(metadataName) ?? string.Empty);

    /// <summary>A metadata value of one item; null when there is no such item.</summary>
    public static string GetItemMetadataSingleOrDefault(
        this Project project,
        string itemGroupName,
        string includeName,
        string metadataName
    )
    {
        var item = Items(project, itemGroupName)
            .SingleOrDefault(x => x["Identity"].Equals(includeName, StringComparison.Ordinal));
        return item is null ? null : item.GetValueOrDefault(metadataName) ?? string.Empty;
    }

    public static bool HasPackageReference(this Project project, string packageId) =>
        project.GetItems("PackageReference").Contains(packageId, StringComparer.Ordinal);

    private static string[] GetEither(Project project, string single, string several)
    {
        using var answer = JsonDocument.Parse(Ask(project, $"-getProperty:{single},{several}"));
        var properties = answer.RootElement.GetProperty("Properties");
        var value =
            properties.GetProperty(single).GetString().ToNullIfEmpty() ?? properties.GetProperty(several).GetString();
        return value.ToNullIfEmpty()?.Split(';');
    }

    private static List<Dictionary<string, string>> Items(Project project, string itemGroupName)
    {
        using var answer = JsonDocument.Parse(Ask(project, $"-getItem:{itemGroupName}"));
        return answer
            .RootElement.GetProperty("Items")
            .GetProperty(itemGroupName)
            .Deserialize<List<Dictionary<string, string>>>();
    }

    private static string Ask(Project project, string question) =>
        DotNetTasks
            .DotNet(
                $"msbuild {project.Path} {question} -nologo",
                workingDirectory: project.Directory,
                logOutput: false,
                logInvocation: false
            )
            .StdToText();

    private static object Convert<T>(string value) =>
        value is null ? default(T) : ValueConversion.Convert(value, typeof(T));
}
