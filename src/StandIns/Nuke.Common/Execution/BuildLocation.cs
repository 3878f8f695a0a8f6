// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using System.Reflection;
using Nuke.Common.Execution;
using Nuke.Common.IO;

namespace Nuke.Common;

/// <summary>Finds where the build and what it builds are.</summary>
internal static class BuildLocation
{
    public static AbsolutePath FindRootDirectory()
    {
        var parameters = ParameterSources.Current;
        if (parameters.FindText(Constants.RootDirectoryParameterName) is { } root)
            return ExistingRoot(EnvironmentInfo.WorkingDirectory, root);
        if (parameters.Arguments.Has(Constants.RootDirectoryParameterName))
            return EnvironmentInfo.WorkingDirectory;

        var start = EnvironmentInfo.WorkingDirectory;
        return FindUpwards(start)
            ?? throw new BuildInputException(
                $"There is no '{Constants.NukeDirectoryName}' directory in '{start}' or above it. "
                    + "Create one to mark the root directory, or name the root with '--root <path>'."
            );
    }

    public static AbsolutePath FindAssemblyFile()
    {
        var assembly = Assembly.GetEntryAssembly();
        if (assembly is null || assembly.GetName().Name is "testhost" or "ReSharperTestRunner")
            return null;

        // A single-file build has no location; there the invoked file is the assembly.
        var location = assembly.Location;
        return location.Length > 0 ? location : Environment.ProcessPath;
    }

    public static AbsolutePath FindProjectFile(AbsolutePath assemblyDirectory)
    {
        for (var directory = assemblyDirectory; directory != null; directory = directory.Parent)
        {
            var projects = Directory.GetFiles(directory, "*.csproj");
            if (projects.Length > 1)
                throw new BuildInputException($"Found multiple project files in '{directory}'.");
            if (projects.Length == 1)
                return projects[0];
        }

        return null;
    }

    private static AbsolutePath ExistingRoot(AbsolutePath workingDirectory, string root)
    {
        var directory = AbsolutePath.Create(Path.GetFullPath(root, workingDirectory));
        return Directory.Exists(directory)
            ? directory
            : throw new BuildInputException($"The root directory '{directory}' given by '--root' does not exist.");
    }

    private static AbsolutePath FindUpwards(AbsolutePath start)
    {
        // ~/.nuke is the command-line tool's, and marks no root.
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        for (var directory = start; directory != null; directory = directory.Parent)
        {
            if (Directory.Exists(directory / Constants.NukeDirectoryName))
                return directory == home ? null : directory;
        }

        return null;
    }
}
