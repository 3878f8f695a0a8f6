using System.Text.Json;
using Nuke.Common.Tools.GitVersion;
using Slipway.Testing;

namespace GitVersion.Tests;

/// <summary>As a program, the way people, scripts and NUKE call it.</summary>
public sealed class GitVersionToolTests : IAsyncLifetime
{
    GitRepository _repository = null!;

    static string Program => Path.Combine(AppContext.BaseDirectory, "GitVersion.dll");

    public async Task InitializeAsync()
    {
        _repository = await GitRepository.CreateAsync();
        await _repository.CommitAsync("one");
        await _repository.RunAsync("tag", "v1.2.3");
        await _repository.CommitAsync("two");
    }

    public Task DisposeAsync()
    {
        _repository.Dispose();
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData("")]
    [InlineData("/output json")]
    [InlineData("-output JSON /nofetch -nonormalize -/nocache /l console /verbosity none")]
    public async Task It_prints_the_variables_as_JSON(string arguments)
    {
        var (exitCode, output, _) = await RunAsync([_repository.Path, .. Words(arguments)]);

        exitCode.Should().Be(0);
        using var json = JsonDocument.Parse(output);
        json.RootElement.GetProperty("FullSemVer").GetString().Should().Be("1.2.4-1");
        json.RootElement.GetProperty("PreReleaseNumber").GetInt32().Should().Be(1);
        json.RootElement.GetProperty("BuildMetaData").ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Theory]
    [InlineData("/showvariable SemVer", "1.2.4-1")]
    [InlineData("-ShowVariable semver", "1.2.4-1")]
    [InlineData("/v Major", "1")]
    [InlineData("/format {Major}.{Minor}", "1.2")]
    [InlineData("/overrideconfig tag-prefix=x /showvariable SemVer", "0.0.1-2")]
    [InlineData("/overrideconfig next-version=3.0.0 /showvariable SemVer", "3.0.0-1")]
    [InlineData("/b main /showvariable BranchName", "main")]
    public async Task One_answer_can_be_asked_for(string arguments, string expected)
    {
        var (exitCode, output, error) = await RunAsync(["/targetpath", _repository.Path, .. Words(arguments)]);

        (exitCode, output.Trim()).Should().Be((0, expected), error);
    }

    [Fact]
    public async Task The_configuration_can_be_shown_and_named()
    {
        _repository.Write("own.yml", "workflow: TrunkBased/preview1\n");

        var (exitCode, output, _) = await RunAsync([_repository.Path, "/config", "own.yml", "/showconfig"]);

        exitCode.Should().Be(0);
        output.Should().Contain("workflow: 'TrunkBased/preview1'").And.Contain("- 'Mainline'");
    }

    [Theory]
    [InlineData("/showvariable Nothing", "*Available variables are:*SemVer*")]
    [InlineData("/nonsense", "Could not parse command line parameter '/nonsense'*")]
    [InlineData("/output xml", "*'xml' cannot be parsed as output type*")]
    [InlineData("/updateassemblyinfo", "/updateassemblyinfo is not supported*")]
    [InlineData("/overrideconfig mode", "*Write it as key=value*")]
    [InlineData("/b nothing", "There is no branch 'nothing'*")]
    public async Task What_cannot_be_done_is_said_on_standard_error(string arguments, string message)
    {
        var (exitCode, output, error) = await RunAsync([_repository.Path, .. Words(arguments)]);

        (exitCode, output).Should().Be((1, ""));
        error.Should().Match(message);
    }

    [Fact]
    public async Task Version_and_help_need_no_repository()
    {
        (await RunAsync(["/version"])).Output.Should().StartWith("6.8.2");
        (await RunAsync(["--help"])).ExitCode.Should().Be(0);
        (await RunAsync(["/?"])).Output.Should().Contain("/showvariable");
    }

    [Fact]
    public void NUKE_reads_its_answer()
    {
        var program = Path.ChangeExtension(Program, null);
        Environment.SetEnvironmentVariable("GITVERSION_EXE", program);

        var version = GitVersionTasks
            .GitVersion(_ =>
                _.SetTargetPath(_repository.Path).SetNoFetch(true).SetNoCache(true).SetUpdateAssemblyInfo(false)
            )
            .Result;

        (version.SemVer, version.Major, version.UncommittedChanges).Should().Be(("1.2.4-1", 1, 0));
    }

    static string[] Words(string arguments) => arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    static async Task<(int ExitCode, string Output, string Error)> RunAsync(string[] arguments)
    {
        var environment = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["GITHUB_REF"] = null,
            ["GITHUB_HEAD_REF"] = null,
        };
        var result = await CommandLine.RunAsync("dotnet", [Program, .. arguments], environment: environment);
        return (result.ExitCode, result.Output, result.Error);
    }
}
