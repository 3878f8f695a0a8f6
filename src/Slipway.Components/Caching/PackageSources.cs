namespace Slipway.Components.Caching;

/// <summary>Where NuGet looks for sources beside a repository (learn.microsoft.com/nuget/consume-packages/configuring-nuget-behavior).</summary>
static class PackageSources
{
    public static string OfTheUser() =>
        OperatingSystem.IsWindows()
            ? Path.Combine(Folder(Environment.SpecialFolder.ApplicationData), "NuGet", "NuGet.Config")
            : Path.Combine(
                Environment.GetEnvironmentVariable("DOTNET_CLI_HOME") ?? Folder(Environment.SpecialFolder.UserProfile),
                ".nuget",
                "NuGet",
                "NuGet.Config"
            );

    static string Folder(Environment.SpecialFolder folder) => Environment.GetFolderPath(folder);
}
