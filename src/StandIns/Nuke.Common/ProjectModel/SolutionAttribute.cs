// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using System.Reflection;
using Nuke.Common.Execution;
using Nuke.Common.IO;

namespace Nuke.Common.ProjectModel;

/// <summary>
/// Injects a <see cref="Solution"/>: the one at a path relative to the root directory, else the one that the parameter of
/// the member's name says.
/// </summary>
public class SolutionAttribute(string relativePath)
    : ParameterAttribute(
        "Path to a solution file that is automatically loaded."
            + (relativePath is null ? string.Empty : $" Default is {relativePath}.")
    )
{
    public SolutionAttribute()
        : this(relativePath: null) { }

    public override bool List { get; set; }

    /// <summary>Not supported: NUKE generates a type with a property for each project.</summary>
    public bool GenerateProjects { get; set; }

    /// <exception cref="NotSupportedException"><see cref="GenerateProjects"/> is set.</exception>
    /// <exception cref="ArgumentException">No solution is given, or there is no such file.</exception>
    public override object GetValue(MemberInfo member, object instance)
    {
        if (GenerateProjects)
        {
            throw new NotSupportedException(
                $"[Solution({nameof(GenerateProjects)} = true)] on '{member.Name}' is not supported: use Solution.AllProjects"
            );
        }

        return FindFile(member).ReadSolution();
    }

    private AbsolutePath FindFile(MemberInfo member)
    {
        if (relativePath is not null)
            return Build.RootDirectory / relativePath;

        var given = ParameterSources.Current.Find(ParameterNames.Of(member, this), separator: null);
        var text = given?.Texts.SingleOrDefault().NotNull($"No solution file defined for '{member.Name}'.");
        // As any path: from a file it is relative to the root directory, from the command line to the working directory.
        return Path.GetFullPath(text, given.File is null ? EnvironmentInfo.WorkingDirectory : Build.RootDirectory);
    }
}
