using Slipway.Testing;

namespace Nuke.Conformance;

public class InjectionTests
{
    const string Sln = """

        Microsoft Visual Studio Solution File, Format Version 12.00
        # Visual Studio Version 17
        Project("{2150E333-8FDC-42A3-9474-1A3956D46DE8}") = "src", "src", "{A0000000-0000-0000-0000-000000000001}"
        EndProject
        Project("{9A19103F-16F7-4668-BE54-9A1E7A4F7556}") = "Api", "src\Api\Api.csproj", "{A0000000-0000-0000-0000-000000000002}"
        EndProject
        Project("{9A19103F-16F7-4668-BE54-9A1E7A4F7556}") = "Core", "src\Core\Core.csproj", "{A0000000-0000-0000-0000-000000000003}"
        EndProject
        Global
        	GlobalSection(SolutionConfigurationPlatforms) = preSolution
        		Debug|Any CPU = Debug|Any CPU
        		Release|Any CPU = Release|Any CPU
        	EndGlobalSection
        	GlobalSection(NestedProjects) = preSolution
        		{A0000000-0000-0000-0000-000000000003} = {A0000000-0000-0000-0000-000000000001}
        	EndGlobalSection
        EndGlobal

        """;

    const string Slnx = """
        <Solution>
          <Project Path="src/Api/Api.csproj" />
          <Folder Name="/src/">
            <Project Path="src/Core/Core.csproj" />
          </Folder>
        </Solution>
        """;

    [Theory]
    [InlineData("App.sln", Sln)]
    [InlineData("App.slnx", Slnx)]
    public async Task A_solution_is_read_from_the_file_that_the_parameters_name(string file, string content)
    {
        using var sample = new SampleBuild("Injection");
        sample.Write(file, content);
        sample.Write(".nuke/parameters.json", $$"""{ "Solution": "{{file}}" }""");

        var run = await sample.RunAsync("ShowSolution");

        run.ExitCode.Should().Be(0);
        run.Value("Name").Should().Be("'App'");
        run.Value("File").Should().Be($"'{file}'");
        run.Lines.Should()
            .ContainInConsecutiveOrder("project Api at src/Api/Api.csproj", "project Core at src/Core/Core.csproj");
        run.Value("Found").Should().Be("'Api'");
        run.Value("Nested").Should().Be("null", "NUKE looks at the top level only");
    }

    [Fact]
    public async Task A_missing_solution_is_a_warning_and_null()
    {
        using var sample = new SampleBuild("Injection");

        var run = await sample.RunAsync("ShowSolution");

        run.ExitCode.Should().Be(0);
        run.Value("Name").Should().Be("null");
        run.All.Should().Contain("Could not inject value for Injection.Solution");
    }

    [Fact]
    public async Task A_repository_is_read_from_its_directory()
    {
        using var repository = await GitRepository.CreateAsync("feature/x");
        repository.Write(".nuke/parameters.json", "{}");
        var commit = await repository.CommitAsync("Begin");
        await repository.RunAsync("tag", "v1.0.0");
        await repository.RunAsync("remote", "add", "origin", "https://github.com/Acme/Repo.git");
        using var sample = new SampleBuild("Injection", withNukeDirectory: false)
        {
            WorkingDirectory = repository.Path,
        };

        var run = await sample.RunAsync("ShowRepository");

        string[] names =
        [
            "Branch",
            "Commit",
            "Head",
            "Tags",
            "Protocol",
            "Endpoint",
            "Identifier",
            "LocalDirectory",
            "HttpsUrl",
            "SshUrl",
            "IsOnMainBranch",
        ];
        names
            .Select(run.Value)
            .Should()
            .Equal(
                "'feature/x'",
                $"'{commit}'",
                "'refs/heads/feature/x'",
                "['v1.0.0']",
                "Https",
                "'github.com'",
                "'Acme/Repo'",
                $"'{repository.Path}'",
                "'https://github.com/Acme/Repo.git'",
                "'git@github.com:Acme/Repo.git'",
                "False"
            );
    }

    [Fact]
    public async Task A_detached_head_has_a_commit_and_no_branch()
    {
        using var repository = await GitRepository.CreateAsync();
        repository.Write(".nuke/parameters.json", "{}");
        var commit = await repository.CommitAsync("Begin");
        await repository.RunAsync("remote", "add", "origin", "git@github.com:Acme/Repo.git");
        await repository.RunAsync("checkout", "--quiet", "--detach");
        using var sample = new SampleBuild("Injection", withNukeDirectory: false)
        {
            WorkingDirectory = repository.Path,
        };

        var run = await sample.RunAsync("ShowRepository");

        run.Value("Branch").Should().Be("null");
        run.Value("Commit").Should().Be($"'{commit}'");
        run.Value("Protocol").Should().Be("Ssh");
    }

    [Fact]
    public async Task A_tool_on_the_path_is_injected_and_a_missing_one_is_null()
    {
        using var sample = new SampleBuild("Injection");

        var run = await sample.RunAsync("ShowTools");

        run.ExitCode.Should().Be(0);
        run.Value("Git").Should().Be("'version'");
        run.Value("Missing").Should().Be("null");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Git_tells_whether_the_working_copy_is_clean(bool clean)
    {
        using var repository = await GitRepository.CreateAsync("main");
        repository.Write(".gitignore", ".nuke/temp\n.nuke/build.schema.json\n");
        repository.Write(".nuke/parameters.json", "{}");
        await repository.CommitAsync("Begin");
        if (!clean)
            repository.Write("new.txt", "");
        using var sample = new SampleBuild("Tools", withNukeDirectory: false) { WorkingDirectory = repository.Path };

        var run = await sample.RunAsync("GitState");

        run.Value("clean").Should().Be(clean.ToString());
        run.Value("branch").Should().Be("'main'");
    }
}
