using System.Runtime.Versioning;
using Slipway.Components.Running;
using Slipway.Testing;
using Slipway.Workflows.Running.Checkouts;

namespace Slipway.Components.Tests.Running;

/// <summary>When a checkout may run the build that is compiled already.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class CompiledBuildTests : IAsyncLifetime
{
    const string Assembly = "/somewhere/_build.dll";

    GitRepository _repository = null!;

    public async Task InitializeAsync()
    {
        _repository = await GitRepository.CreateAsync();
        foreach (
            var file in (string[])
                ["build/Build.cs", "src/Slipway.Any/Any.cs", "src/StandIns/Any.cs", "Directory.Build.props"]
        )
            _repository.Write(file, "");
        _repository.Write("global.json", "{}");
        _repository.Write("docs/page.md", "");
        _repository.Write("build.sh", "");
        _repository.Write(".gitignore", ".nuke/temp/\n");
        await _repository.CommitAsync("feat: build");
        _repository.Write(".nuke/temp/build.stamp", $"true\n/usr/bin/dotnet\n{Assembly}\n");
    }

    public Task DisposeAsync()
    {
        _repository.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task The_build_that_runs_is_handed_over_when_it_is_made_of_what_is_committed()
    {
        _repository.Write("docs/page.md", "no source of the build");

        (await StampAsync()).Should().Contain(Assembly);
    }

    [Fact]
    public async Task Another_build_than_the_one_that_runs_is_not() =>
        (await StampAsync("/elsewhere/_build.dll")).Should().BeNull();

    [Theory]
    [InlineData("build/Build.cs")]
    [InlineData("src/Slipway.Any/New.cs")]
    [InlineData("Directory.Packages.props")]
    public async Task Sources_that_are_not_as_they_are_committed_are_another_build(string file)
    {
        _repository.Write(file, "changed");
        _repository.Write(".nuke/temp/build.stamp", $"true\n/usr/bin/dotnet\n{Assembly}\n");

        (await StampAsync()).Should().BeNull();
    }

    [Fact]
    public async Task Sources_that_were_committed_after_the_build_was_compiled_are_another_build()
    {
        File.SetLastWriteTimeUtc(Path.Combine(_repository.Path, ".nuke/temp/build.stamp"), DateTime.UnixEpoch);

        (await StampAsync()).Should().BeNull();
    }

    [Fact]
    public async Task The_sources_are_those_that_build_sh_looks_at()
    {
        var script = await File.ReadAllTextAsync(Path.Combine(Root(), "build.sh"));

        script.Should().Contain(string.Join(' ', CompiledBuild.Sources.Select(source => $"\"$ROOT\"/{source}")));
    }

    [Fact]
    public async Task The_answer_about_the_feed_goes_along()
    {
        _repository.Write(".nuke/temp/use-stand-ins", "true\n");
        using var checkout = new TempDirectory();

        (await CompiledBuild.HandOverAsync(await ReadAsync(), default))(checkout.Path);

        File.ReadAllText(checkout[".nuke/temp/use-stand-ins"]).Should().Be("true\n");
        File.Exists(checkout[".nuke/temp/build.stamp"]).Should().BeFalse("the tests are no build");
    }

    async Task<string?> StampAsync(string running = Assembly) =>
        await CompiledBuild.StampAsync(await ReadAsync(), running, default);

    Task<RepositoryState> ReadAsync() => RepositoryState.ReadAsync(_repository.Path, default);

    static string Root()
    {
        var directory = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(directory, "build.sh")))
            directory = Path.GetDirectoryName(directory)!;
        return directory;
    }
}
