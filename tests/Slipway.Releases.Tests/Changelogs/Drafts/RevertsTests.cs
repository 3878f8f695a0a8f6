using FsCheck;
using FsCheck.Fluent;
using Slipway.Testing;

namespace Slipway.Releases.Tests;

public class RevertsTests
{
    readonly Commits _commits = new();

    IEnumerable<string> Kept => _commits.Draft().Entries.Select(entry => entry.Text);

    [Fact]
    public void A_commit_and_its_revert_both_vanish()
    {
        _commits.Add("feat: one");
        _commits.Revert(_commits.Add("feat: two"));

        Kept.Should().Equal("One");
        _commits.Draft().Cancelled.Should().Be(2);
    }

    [Fact]
    public void A_revert_of_a_revert_brings_the_commit_back()
    {
        _commits.Revert(_commits.Revert(_commits.Add("feat: one")));

        Kept.Should().Equal("One");
        _commits.Draft().NotUnderstood.Should().BeEmpty();
    }

    [Fact]
    public void Any_number_of_reverts_on_top_of_each_other_leaves_the_commit_or_nothing() =>
        Prop.ForAll(
                Gen.Choose(0, 40).ToArbitrary(),
                depth =>
                {
                    var commits = new Commits();
                    var last = commits.Add("feat: one");
                    for (var revert = 0; revert < depth; revert++)
                        last = commits.Revert(last);
                    return commits.Draft().Entries.Count == (depth % 2 == 0 ? 1 : 0);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Two_reverts_of_one_commit_vanish_with_it()
    {
        var one = _commits.Add("feat: one");
        _commits.Revert(one);
        _commits.Revert(one);

        Kept.Should().BeEmpty();
    }

    [Fact]
    public void What_takes_back_something_of_an_earlier_release_is_a_change_of_this_one()
    {
        _commits.Add("Revert \"feat: one\"\n\nThis reverts commit 0123456789abcdef0123456789abcdef01234567.");
        _commits.Add("revert: the other thing");

        Kept.Should().Equal("Take back: the other thing", "Revert \"feat: one\"");
    }

    [Fact]
    public void An_abbreviated_id_will_do()
    {
        var one = _commits.Add("feat: one");
        _commits.Add($"revert: let us never speak of it\n\nRefs: {one[..9]}");

        Kept.Should().BeEmpty();
    }

    [Fact]
    public void Without_an_id_the_latest_older_commit_of_that_subject_is_meant()
    {
        _commits.Add("feat: one", "Ada");
        _commits.Add("feat: one", "Bob");
        _commits.Add("Revert \"feat: one\"");
        _commits.Add("feat: one", "Cleo");

        _commits.Draft().Entries.Should().ContainSingle().Which.Authors.Should().Equal("Cleo", "Ada");
    }

    [Fact]
    public void A_pull_request_is_reverted_by_its_number()
    {
        _commits.Add("feat: one (#12)");
        _commits.Add("feat: two (#13)");
        _commits.Add("Revert \"feat: one (#12)\" (#14)\n\nReverts owner/name#12");

        Kept.Should().Equal("Two");
    }

    [Fact]
    public void Reverting_a_merge_takes_back_all_that_it_brought()
    {
        var first = _commits.Add("feat: one");
        _commits.Add("feat: two");
        var tip = _commits.Add("fix: three");
        var merge = _commits.Add("Merge pull request #12 from a/b\n\nTitle", "Ada", first, tip);
        _commits.Add("fix: four");
        _commits.Add(
            $"Revert \"Merge pull request #12 from a/b\"\n\nThis reverts commit {merge}, reversing\nchanges made to {first}."
        );

        Kept.Should().Equal("One", "Four");
    }

    [Fact]
    public async Task What_git_writes_itself_is_understood()
    {
        using var repository = await GitRepository.CreateAsync();
        repository.Write("file", "one");
        await repository.CommitAsync("feat: one");
        repository.Write("file", "two");
        await repository.CommitAsync("feat: two");
        await repository.RunAsync("revert", "--no-edit", "HEAD");

        (await ChangelogDraft.ReadAsync(repository.Path, null))
            .Entries.Select(entry => entry.Text)
            .Should()
            .Equal("One");
        await repository.RunAsync("revert", "--no-edit", "HEAD");

        (await ChangelogDraft.ReadAsync(repository.Path, null)).Entries.Should().HaveCount(2);
    }
}
