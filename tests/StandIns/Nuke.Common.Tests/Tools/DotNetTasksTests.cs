using Nuke.Common.Tooling;
using Nuke.Common.Tools.Coverlet;
using Nuke.Common.Tools.DotNet;
using Slipway.Testing;
using static Nuke.Common.Tools.DotNet.DotNetTasks;

namespace Nuke.Common.Tests.Tools;

public class DotNetTasksTests
{
    static string Arguments(ToolOptions options) => string.Join(' ', options.GetArguments());

    [Fact]
    public void Restore() =>
        Arguments(
                new DotNetRestoreSettings()
                    .SetProjectFile("a b.slnx")
                    .SetIgnoreFailedSources(false)
                    .EnableLockedMode()
                    .AddSources("one", "two")
                    .SetRuntime("linux-x64")
                    .SetConfigFile("NuGet.config")
                    .SetPackageDirectory("p")
                    .SetProperty("A", 1)
            )
            .Should()
            .Be(
                "restore \"a b.slnx\" --locked-mode --source one --source two --runtime linux-x64 "
                    + "--configfile NuGet.config --packages p --property:A=1"
            );

    [Fact]
    public void Build() =>
        Arguments(
                new DotNetBuildSettings()
                    .SetProjectFile("x.slnx")
                    .SetConfiguration("Release")
                    .EnableNoRestore()
                    .EnableContinuousIntegrationBuild()
                    .SetAssemblyVersion("1.2.3.0")
                    .SetVersion("1.2.3")
                    .SetVerbosity(DotNetVerbosity.minimal)
                    .SetLoggers("a;b")
                    .SetBinaryLog("x.binlog")
                    .EnableNoLogo()
                    .SetSelfContained(false)
                    .AddNoWarns(1591, 1573)
                    .AddNoWarns(8632)
                    .EnableTreatWarningsAsErrors()
            )
            .Should()
            .Be(
                "build x.slnx --configuration Release --no-restore --property:ContinuousIntegrationBuild=true "
                    + "--property:AssemblyVersion=1.2.3.0 --property:Version=1.2.3 --property:NoWarn=1591;1573;8632 "
                    + "--property:TreatWarningsAsErrors=true --verbosity minimal /logger:a;b -bl:x.binlog --nologo "
                    + "--self-contained false"
            );

    [Fact]
    public void Test() =>
        Arguments(
                new DotNetTestSettings()
                    .SetProjectFile("t.csproj")
                    .SetRunSetting("RunConfiguration.MaxCpuCount", 1)
                    .SetFilter("Category=Unit & Name~a")
                    .AddLoggers("trx;LogFileName=t.trx")
                    .SetDataCollector("XPlat Code Coverage")
                    .SetResultsDirectory("/r")
                    .EnableNoBuild()
                    .EnableBlameHang()
                    .SetBlameHangTimeout("5m")
                    .EnableCollectCoverage()
                    .SetCoverletOutputFormat(CoverletOutputFormat.cobertura)
            )
            .Should()
            .Be(
                "test t.csproj --filter \"Category=Unit & Name~a\" --logger trx;LogFileName=t.trx "
                    + "--collect \"XPlat Code Coverage\" --results-directory /r --no-build --blame-hang "
                    + "--blame-hang-timeout 5m /property:CollectCoverage=true /property:CoverletOutputFormat=cobertura "
                    + "-- RunConfiguration.MaxCpuCount=1"
            );

    [Fact]
    public void Publish() =>
        Arguments(
                new DotNetPublishSettings()
                    .SetProject("p.csproj")
                    .SetConfiguration("Release")
                    .SetFramework("net10.0")
                    .SetOutput("/out put")
                    .EnableNoBuild()
                    .EnablePublishSingleFile()
                    .SetTargets("A", "B")
                    .SetOperatingSystem("linux")
                    .SetArchitecture("x64")
            )
            .Should()
            .Be(
                "publish p.csproj --configuration Release --framework net10.0 --output \"/out put\" --no-build "
                    + "--property:PublishSingleFile=true /t:A;B --os linux --arch x64"
            );

    [Fact]
    public void Pack() =>
        Arguments(
                new DotNetPackSettings()
                    .SetProject("p.csproj")
                    .SetOutputDirectory("o")
                    .EnableIncludeSymbols()
                    .SetSymbolPackageFormat(DotNetSymbolPackageFormat.snupkg)
                    .SetVersionSuffix("beta")
                    .SetAuthors("a", "b")
                    .SetPackageTags("x", "y")
            )
            .Should()
            .Be(
                "pack p.csproj --output o --include-symbols --property:SymbolPackageFormat=snupkg "
                    + "--property:Authors=a,b --property:PackageTags=\"x y\" --version-suffix beta"
            );

    [Fact]
    public void Other_commands()
    {
        Arguments(new DotNetCleanSettings().SetProject("p").SetVerbosity("quiet"))
            .Should()
            .Be("clean p --verbosity quiet");
        Arguments(new DotNetFormatSettings().SetProject("p").EnableVerifyNoChanges().SetSeverity("warn"))
            .Should()
            .Be("format p --verify-no-changes --severity warn");
        Arguments(new DotNetMSBuildSettings().SetTargetPath("p").SetTargets("A", "B").SetMaxCpuCount(2).EnableRestore())
            .Should()
            .Be("msbuild p /target:A;B /maxcpucount:2 /restore");
        Arguments(new DotNetRunSettings().SetProjectFile("p").SetApplicationArguments("a", "b c").EnableNoBuild())
            .Should()
            .Be("run --project p --no-build -- a \"b c\"");
        Arguments(new DotNetToolRestoreSettings().SetToolManifest("m")).Should().Be("tool restore --tool-manifest m");
        Arguments(new DotNetToolInstallSettings().SetPackageName("t").EnableGlobal().SetVersion("1"))
            .Should()
            .Be("tool install t --global --version 1");
        Arguments(new DotNetToolUpdateSettings().SetPackageName("t").SetToolInstallationPath("d"))
            .Should()
            .Be("tool update t --tool-path d");
        Arguments(new DotNetToolUninstallSettings().SetPackageName("t")).Should().Be("tool uninstall t");
    }

    [Fact]
    public void The_keys_of_a_feed_are_secrets()
    {
        var push = new DotNetNuGetPushSettings()
            .SetTargetPath("p.nupkg")
            .SetSource("s")
            .SetApiKey("k")
            .EnableSkipDuplicate();
        var add = new DotNetNuGetAddSourceSettings().SetSource("s").SetName("n").SetUsername("u").SetPassword("p");

        Arguments(push).Should().Be("nuget push p.nupkg --source s --api-key k --skip-duplicate");
        push.GetSecrets().Should().Equal("k");
        Arguments(add).Should().Be("nuget add source s --name n --username u --password p");
        add.GetSecrets().Should().Equal("p");
    }

    [Fact]
    public void A_property_that_was_reset_is_not_written() =>
        Arguments(new DotNetBuildSettings().SetVersion("1").SetConfiguration("x").ResetVersion().ResetConfiguration())
            .Should()
            .Be("build");

    [Theory]
    [InlineData("a;b", "a%3Bb")]
    [InlineData("100%", "100%25")]
    [InlineData("$(x) @(y) '*?'", "%24(x) %40(y) %27%2A%3F%27")]
    public void MSBuild_reads_escaped_text_as_text(string text, string expected) =>
        EscapeMSBuild(text).Should().Be(expected);

    [Fact]
    public void The_real_command_builds_a_project_and_runs_it()
    {
        using var directory = new TempDirectory();
        directory.Write("Directory.Build.props", "<Project />");
        directory.Write("Directory.Build.targets", "<Project />");
        var project = directory.Write(
            "App.csproj",
            """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType></PropertyGroup>
            </Project>
            """
        );
        directory.Write("Program.cs", "System.Console.WriteLine(string.Join('|', args));");

        DotNetBuild(_ => _.SetProjectFile(project).SetConfiguration("Release").DisableProcessOutputLogging());
        var output = DotNetRun(_ =>
            _.SetProjectFile(project).SetConfiguration("Release").EnableNoBuild().SetApplicationArguments("a", "b c")
        );

        output.StdToText().Should().Be("a|b c");
    }
}
