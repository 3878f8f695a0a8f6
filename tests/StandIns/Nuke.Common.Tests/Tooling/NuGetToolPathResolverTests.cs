using Nuke.Common.Tooling;
using Slipway.Testing;

namespace Nuke.Common.Tests.Tooling;

[Collection(ProcessWide.Name)]
public sealed class NuGetToolPathResolverTests : IDisposable
{
    readonly TempDirectory _directory = new();
    readonly string? _packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES");

    public NuGetToolPathResolverTests()
    {
        Environment.SetEnvironmentVariable("NUGET_PACKAGES", _directory["packages"]);
        NuGetToolPathResolver.NuGetPackagesConfigFile = _directory.Write(
            "build/_build.csproj",
            """<Project><ItemGroup><PackageReference Include="In.Project" /></ItemGroup></Project>"""
        );
        NuGetToolPathResolver.NuGetAssetsConfigFile = _directory.Write(
            "build/obj/project.assets.json",
            """
            {
              "libraries": { "My.Tool/1.5.0": { "type": "package" } },
              "project": { "frameworks": { "net10.0": {
                "downloadDependencies": [ { "name": "Downloaded.Tool", "version": "[2.0.0, 2.0.0]" } ]
              } } }
            }
            """
        );
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable("NUGET_PACKAGES", _packages);
        NuGetToolPathResolver.NuGetPackagesConfigFile = null;
        NuGetToolPathResolver.NuGetAssetsConfigFile = null;
        _directory.Dispose();
    }

    [Fact]
    public void A_referenced_package_has_its_tool_in_the_referenced_version()
    {
        _directory.Write("packages/my.tool/2.0.0/tools/net8.0/any/tool.dll", "");
        var expected = _directory.Write("packages/my.tool/1.5.0/tools/net8.0/any/tool.dll", "");

        NuGetToolPathResolver.GetPackageExecutable("My.Tool", "Tool.dll").Should().Be(expected);
    }

    [Fact]
    public void A_downloaded_package_has_its_tool()
    {
        var expected = _directory.Write("packages/downloaded.tool/2.0.0/tools/tool.exe", "");

        NuGetToolPathResolver
            .GetPackageExecutable("Missing|downloaded.TOOL", "tool.dll|tool.exe")
            .Should()
            .Be(expected);
    }

    [Fact]
    public void Without_a_version_the_newest_that_is_installed_counts()
    {
        _directory.Write("packages/in.project/9.0.0/tools/tool.dll", "");
        var expected = _directory.Write("packages/in.project/10.0.0/tools/tool.dll", "");
        _directory.Write("packages/in.project/11.0.0-beta/tools/tool.dll", "");

        NuGetToolPathResolver.GetPackageExecutable("In.Project", "tool.dll").Should().Be(expected);
    }

    [Theory]
    [InlineData("net8.0", "/tools/net8.0/any/x.dll")]
    [InlineData("net9.0", "/tools/net9.0/any/x.dll")]
    [InlineData("net11.0", "/tools/net10.0/any/x.dll")]
    [InlineData(null, "/tools/net10.0/any/x.dll")]
    public void The_framework_asked_for_counts_else_the_newest(string? framework, string expected)
    {
        string[] files = ["/tools/net8.0/any/x.dll", "/tools/net10.0/any/x.dll", "/tools/net9.0/any/x.dll"];

        NuGetToolPathResolver.Best(files, framework!).Should().Be(expected);
    }

    [Fact]
    public void A_package_that_the_project_does_not_have_is_an_error_that_says_what_to_add()
    {
        _directory.Write("packages/other.tool/1.0.0/tools/tool.dll", "");

        var resolve = () => NuGetToolPathResolver.GetPackageExecutable("Other.Tool", "tool.dll");

        resolve
            .Should()
            .Throw<ArgumentException>()
            .WithMessage(
                "Package 'Other.Tool' is not installed*<PackageDownload Include=\"Other.Tool\"*_build.csproj*"
            );
    }

    [Fact]
    public void A_package_without_the_file_is_an_error()
    {
        _directory.Write("packages/my.tool/1.5.0/readme.md", "");

        var resolve = () => NuGetToolPathResolver.GetPackageExecutable("My.Tool", "tool.dll|tool.exe");

        resolve.Should().Throw<ArgumentException>().WithMessage("Could not find 'tool.dll' or 'tool.exe' inside*");
    }

    [Fact]
    public void The_attribute_injects_the_tool()
    {
        _directory.Write("packages/my.tool/1.5.0/tools/net8.0/any/tool.sh", "");
        var member = GetType().GetProperty(nameof(MyTool))!;

        new NuGetPackageAttribute("My.Tool", "tool.sh").GetValue(member, this).Should().BeOfType<Tool>();
    }

    public Tool MyTool => throw new NotSupportedException();
}
