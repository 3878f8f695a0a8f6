using Slipway.Releases;
using Slipway.Testing;

namespace Slipway.Components.Tests;

public sealed class VersionReportTests
{
    [Fact]
    public async Task A_version_is_told_with_its_base_each_candidate_and_what_was_decided()
    {
        using var repository = await GitRepository.CreateAsync();
        repository.Write("GitVersion.yml", "workflow: GitHubFlow/v1\n");
        var released = await repository.CommitAsync("one");
        await repository.RunAsync("tag", "v1.2.3");
        await repository.RunAsync("tag", "nightly");
        await repository.CommitAsync("two");
        repository.Write("new.txt", "");
        var calculated = await VersionCalculation.RunAsync(
            new VersionRequest(repository.Path) { Environment = _ => null }
        );
        using var output = new StringWriter();

        VersionReport.Write(output, calculated, repository.Path);

        output
            .ToString()
            .Should()
            .Be(
                $"""
                1.2.4-1
                  of       {calculated.Variables.ShortSha} on main
                  from     1.2.3 (tag v1.2.3), 1 commit since commit {released[..12]}
                  decides  GitVersion.yml
                  used     tag v1.2.3: 1.2.3 leads to 1.2.4-1; the highest; raises the patch
                  note     tags that are no versions do not count: nightly
                  note     files that are not committed: 1; a build is marked +dirty

                """
            );
    }
}
