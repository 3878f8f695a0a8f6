// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common.CI;
using Nuke.Common.Execution;
using Nuke.Common.IO;

namespace Nuke.Common;

// Everything here is found when it is first asked for: a static constructor would turn a missing `.nuke` directory into
// a TypeInitializationException.
public abstract partial class NukeBuild
{
    private static AbsolutePath s_rootDirectory;
    private static AbsolutePath s_temporaryDirectory;
    private static AbsolutePath s_buildAssemblyFile;
    private static AbsolutePath s_buildProjectFile;
    private static bool s_buildProjectSearched;
    private static Host s_host;
    private static string[] s_loadedLocalProfiles;

    /// <summary>The directory given by <c>--root</c>, else the nearest one upwards that holds <c>.nuke</c>.</summary>
    [Parameter(
        "The root directory. Default: the nearest one upwards that holds .nuke.",
        Name = Constants.RootDirectoryParameterName
    )]
    public static AbsolutePath RootDirectory => s_rootDirectory ??= BuildLocation.FindRootDirectory();

    /// <summary><c>.nuke/temp</c> in the root directory; it exists.</summary>
    public static AbsolutePath TemporaryDirectory =>
        s_temporaryDirectory ??= Constants.GetTemporaryDirectory(RootDirectory).CreateDirectory();

    public static AbsolutePath BuildAssemblyFile => s_buildAssemblyFile ??= BuildLocation.FindAssemblyFile();

    public static AbsolutePath BuildAssemblyDirectory => BuildAssemblyFile?.Parent;

    /// <summary>The directory of <see cref="BuildProjectFile"/>, or null.</summary>
    public static AbsolutePath BuildProjectDirectory => BuildProjectFile?.Parent;

    /// <summary>The project file nearest upwards from the build assembly, or null.</summary>
    public static AbsolutePath BuildProjectFile
    {
        get
        {
            if (!s_buildProjectSearched)
            {
                s_buildProjectFile = BuildLocation.FindProjectFile(BuildAssemblyDirectory);
                s_buildProjectSearched = true;
            }

            return s_buildProjectFile;
        }
    }

    [Parameter("How much is written. Default: 'Normal'.")]
    public static Verbosity Verbosity
    {
        get => (Verbosity)Logging.Level;
        set => Logging.Level = (LogLevel)value;
    }

    [Parameter("Where the build runs. Default: found out.")]
    public static Host Host
    {
        get => s_host ??= Host.Find();
        set => s_host = value;
    }

    [Parameter("Profiles to load parameters from.", Name = Constants.LoadedLocalProfilesParameterName)]
    public static string[] LoadedLocalProfiles => s_loadedLocalProfiles ??= ParameterSources.Current.FindProfiles();

    public static bool IsLocalBuild => !IsServerBuild;

    public static bool IsServerBuild => Host is IBuildServer;

    private static bool IsInterceptorExecution =>
        Environment.GetEnvironmentVariable(Constants.InterceptorEnvironmentKey) is "1";
}
