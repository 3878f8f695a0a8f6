using FsCheck.Fluent;

namespace Slipway.Releases.Tests;

/// <summary>On histories that nobody thought of, GitVersion itself is asked.</summary>
public class RandomHistoryTests
{
    /// <summary>Each asks a program that takes half a second to start.</summary>
    const int Histories = 4;

    [SkippableTheory]
    [InlineData(
        "GitFlow/v1",
        "main,develop,feature/one,feature/two,release/1.4.0,hotfix/1.0.5,support/1.x,pull/7/merge,odd"
    )]
    [InlineData("GitHubFlow/v1", "main,feature/one,feature/two,release/1.4.0,pull/7/merge,odd")]
    [InlineData("TrunkBased/preview1", "main,feature/one,feature/two,hotfix/1.0.5,odd")]
    public async Task Random_histories_have_the_versions_that_GitVersion_gives_them(string workflow, string branches)
    {
        Skip.If(
            RealGitVersion.Program is null,
            "The package GitVersion.MsBuild 6.8.2 is not in NuGet's cache: dotnet restore .ci/real-gitversion.proj"
        );

        foreach (var script in RandomHistory.Scripts(branches.Split(',')).Sample(Histories))
        {
            using var repository = await HistoryRepository.CreateAsync(script, $"workflow: {workflow}\n");
            if (await RealGitVersion.CalculateAsync(repository.Path) is not { } expected)
                continue;

            var calculated = await repository.CalculateAsync();

            foreach (var name in VariableText.Names)
                VariableText.Value(calculated.Variables, name).Should().Be(expected[name], "{0} of\n{1}", name, script);
        }
    }
}
