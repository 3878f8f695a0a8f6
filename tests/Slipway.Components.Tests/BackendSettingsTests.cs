using Nuke.Common.Tools.DotNet;
using Slipway.Releases;

namespace Slipway.Components.Tests;

public sealed class BackendSettingsTests
{
    static readonly CommitVersion Revision = new(
        "1.2.3-main.4",
        new string('c', 40),
        new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)),
        "main",
        IsDirty: false,
        Tag: "v1.2.2"
    );

    static readonly string[] Expected =
    [
        "--property:BackendVersion=1.2.3-main.4",
        $"--property:Commit={new string('c', 40)}",
        "--property:BuildTime=2026-01-02T01:04:05Z",
    ];

    [Fact]
    public void What_is_compiled_knows_its_commit_and_the_commits_time_in_UTC()
    {
        new DotNetBuildSettings().Stamp(Revision).ProcessAdditionalArguments.Should().Equal(Expected);
    }

    /// <summary>NUKE copies settings by way of JSON, where a property's value that looks like a time becomes one.</summary>
    [Fact]
    public void It_is_told_to_it_in_the_same_words_after_another_setting()
    {
        new DotNetBuildSettings().Stamp(Revision).EnableNoRestore().ProcessAdditionalArguments.Should().Equal(Expected);
    }

    [Fact]
    public void What_is_published_knows_the_same()
    {
        new DotNetPublishSettings().Stamp(Revision).ProcessAdditionalArguments.Should().Equal(Expected);
    }
}
