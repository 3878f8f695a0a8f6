namespace Slipway.Releases.Tests;

/// <summary>A checkout of a commit, not of a branch.</summary>
public class DetachedHeadTests : ConformanceTests
{
    [Fact]
    public Task On_the_tip_of_the_only_branch() => Expect("1.2.4-1", GitHubFlow, "commit; tag v1.2.3; commit; detach");

    [Fact]
    public Task Behind_the_tip_of_the_only_branch() =>
        Expect("1.2.4-1", GitHubFlow, "commit; tag v1.2.3; commit; commit; commit; back 2");

    [Fact]
    public Task On_several_branches_it_has_none() =>
        Expect("1.2.4--no-branch-.1+1", GitHubFlow, "commit; tag v1.2.3; commit; on feature/x; commit; back 1");

    [Fact]
    public Task On_a_tag() => Expect("1.3.0", GitHubFlow, "commit; tag v1.2.3; commit; tag v1.3.0; detach");

    [Fact]
    public Task On_a_branch_of_origin() =>
        Expect("1.2.4-1", GitHubFlow, "commit; tag v1.2.3; commit; remote origin/main; detach; delete main");
}
