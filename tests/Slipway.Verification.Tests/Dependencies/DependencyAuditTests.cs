using System.Net;
using Slipway.Testing;
using Slipway.Verification.Dependencies;

namespace Slipway.Verification.Tests.Dependencies;

/// <summary>With the real dotnet, against a package source on loopback.</summary>
public sealed class DependencyAuditTests : IDisposable
{
    readonly TempDirectory _directory = new();
    readonly HttpListener _feed = new();
    readonly string _address = $"http://127.0.0.1:{FreePort.Next()}/";

    public DependencyAuditTests()
    {
        _directory.Write(
            "Sample/Sample.csproj",
            """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <NuGetAudit>false</NuGetAudit>
              </PropertyGroup>
            </Project>
            """
        );
        _feed.Prefixes.Add(_address);
        _feed.Start();
    }

    string Project => _directory["Sample/Sample.csproj"];

    public void Dispose()
    {
        _feed.Close();
        _directory.Dispose();
    }

    [Fact]
    public async Task A_source_without_vulnerability_data_makes_it_not_checked()
    {
        Configure($"{_address}index.json");
        _ = ServeAsync("""{"version":"3.0.0","resources":[{"@id":"x","@type":"PackageBaseAddress/3.0.0"}]}""");

        var verdict = await DependencyAudit.RunAsync(Project);

        verdict.Should().Be(new AuditVerdict.NotChecked("127.0.0.1 serves no vulnerability data"));
    }

    [Fact]
    public async Task A_source_with_data_that_knows_of_nothing_makes_it_none()
    {
        Configure($"{_address}index.json");
        _ = ServeAsync(
            $$"""
            {"version":"3.0.0","resources":[
              {"@id":"{{_address}}v.json","@type":"VulnerabilityInfo/6.7.0"},
              {"@id":"{{_address}}flat/","@type":"PackageBaseAddress/3.0.0"},
              {"@id":"{{_address}}registration/","@type":"RegistrationsBaseUrl/3.6.0"}]}
            """
        );
        var restore = await CommandLine.RunAsync("dotnet", ["restore", Project]);
        restore.ExitCode.Should().Be(0, restore.All);

        var verdict = await DependencyAudit.RunAsync(Project);

        verdict.Should().Be(new AuditVerdict.None());
    }

    [Fact]
    public async Task A_source_that_cannot_be_reached_makes_it_not_checked_and_says_why()
    {
        Configure($"http://127.0.0.1:{FreePort.Next()}/index.json");

        var verdict = await DependencyAudit.RunAsync(Project);

        verdict.Should().BeOfType<AuditVerdict.NotChecked>().Which.Why.Should().Contain("cannot be reached");
    }

    [Fact]
    public async Task A_source_that_asks_for_credentials_makes_it_not_checked()
    {
        Configure($"{_address}index.json");
        _ = ServeAsync("", status: 401);

        (await DependencyAudit.RunAsync(Project))
            .Should()
            .Be(new AuditVerdict.NotChecked("127.0.0.1 answered 401") { MayPass = true });
    }

    [Fact]
    public async Task A_directory_as_the_source_makes_it_not_checked()
    {
        Configure(_directory.Path);

        (await DependencyAudit.RunAsync(Project))
            .Should()
            .BeOfType<AuditVerdict.NotChecked>()
            .Which.Why.Should()
            .EndWith("is a directory and serves no vulnerability data");
    }

    [Fact]
    public async Task No_source_at_all_makes_it_not_checked()
    {
        _directory.Write("nuget.config", "<configuration><packageSources><clear /></packageSources></configuration>");

        (await DependencyAudit.RunAsync(Project))
            .Should()
            .Be(new AuditVerdict.NotChecked("no package source is enabled"));
    }

    [Fact]
    public async Task A_project_that_is_not_there_is_an_error()
    {
        var running = () => DependencyAudit.RunAsync(_directory["none.slnx"]);

        await running
            .Should()
            .ThrowAsync<VerificationException>()
            .WithMessage("*none.slnx: no such solution or project");
    }

    void Configure(string source) =>
        _directory.Write(
            "nuget.config",
            $"""
            <configuration>
              <packageSources>
                <clear />
                <add key="test" value="{source}" allowInsecureConnections="true" />
              </packageSources>
            </configuration>
            """
        );

    async Task ServeAsync(string index, int status = 200)
    {
        while (_feed.IsListening)
        {
            var context = await _feed.GetContextAsync();
            var path = context.Request.Url!.AbsolutePath;
            context.Response.StatusCode = path is "/index.json" or "/v.json" ? status : 404;
            context.Response.Close(
                System.Text.Encoding.UTF8.GetBytes(path == "/v.json" ? "[]" : index),
                willBlock: false
            );
        }
    }
}
