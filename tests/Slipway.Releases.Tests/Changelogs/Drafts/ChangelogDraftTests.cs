using Slipway.Testing;

namespace Slipway.Releases.Tests;

public class ChangelogDraftTests
{
    readonly Commits _commits = new();

    [Theory]
    [InlineData("feat: x", "Added")]
    [InlineData("fix: x", "Fixed")]
    [InlineData("perf: x", "Changed")]
    [InlineData("deprecate: x", "Deprecated")]
    [InlineData("remove: x", "Removed")]
    [InlineData("security: x", "Security")]
    [InlineData("fix(security): x", "Security")]
    [InlineData("chore!: x", "Changed")]
    [InlineData("unheard-of: x", "Changed")]
    [InlineData("Add x", "Added")]
    [InlineData("Adds x", "Added")]
    [InlineData("Fixed x", "Fixed")]
    [InlineData("Fixes x", "Fixed")]
    [InlineData("Dropped x", "Removed")]
    [InlineData("Removed x", "Removed")]
    [InlineData("Deprecates x", "Deprecated")]
    [InlineData("Say what x is", "Changed")]
    [InlineData("Additional x", "Changed")]
    public void Each_change_has_its_category(string message, string category)
    {
        _commits.Add(message);

        _commits.Draft().Entries[^1].Category.Should().Be(category);
    }

    [Fact]
    public void What_breaks_comes_first_and_is_an_upgrade_step_too()
    {
        _commits.Add("feat: one");
        _commits.Add("feat(api)!: two\n\nBREAKING CHANGE: call /v2\n  instead");
        _commits.Add("fix!: three");
        _commits.Add("feat: four");

        _commits
            .Draft()
            .Entries.Select(entry => (entry.Category, entry.Text, entry.Scope, entry.IsBreaking))
            .Should()
            .Equal(
                ("Upgrade", "Three", null, false),
                ("Upgrade", "Call /v2 instead", "api", false),
                ("Added", "Two", "api", true),
                ("Added", "Four", null, false),
                ("Added", "One", null, false),
                ("Fixed", "Three", null, true)
            );
    }

    [Fact]
    public void What_users_do_not_notice_is_left_out_and_counted()
    {
        _commits.Add("docs: one");
        _commits.Add("chore(deps): two");
        _commits.Add("docs: three");

        var draft = _commits.Draft();

        draft.Entries.Should().BeEmpty();
        draft.LeftOut.Should().Equal(new Dictionary<string, int> { ["chore"] = 1, ["docs"] = 2 });
        draft.NotUnderstood.Should().BeEmpty();
    }

    [Fact]
    public void Plain_sentences_are_proposed_and_said_not_to_be_understood()
    {
        var sha = _commits.Add("Say where fencing ends\n\nBecause nobody knew.");

        var draft = _commits.Draft();

        draft.Entries.Should().ContainSingle().Which.Text.Should().Be("Say where fencing ends");
        draft.NotUnderstood.Should().ContainSingle().Which.Sha.Should().Be(sha);
    }

    [Fact]
    public void A_squashed_pull_request_is_one_entry_with_its_number()
    {
        _commits.Add("feat(api): one (#12)\n\n* feat: a\n\n* fix: b");

        var entry = _commits.Draft().Entries.Should().ContainSingle().Subject;

        (entry.Text, entry.PullRequest, entry.Scope).Should().Be(("One", 12, "api"));
    }

    [Fact]
    public void Commits_of_a_merged_pull_request_have_its_number()
    {
        var first = _commits.Add("feat: one");
        var side = _commits.Add("feat: two", "Bob");
        _commits.Add("wip", "Bob");
        Merge("Merge pull request #12 from bob/branch\n\nThe title", first);

        var draft = _commits.Draft();

        draft
            .Entries.Select(entry => (entry.Text, entry.PullRequest, Author: entry.Authors.Single()))
            .Should()
            .Equal(("Two", 12, "Bob"), ("One", null, "Ada"));
        draft.Entries[0].Commits.Should().Equal(side);
        draft.NotUnderstood.Select(commit => commit.Subject).Should().Equal("wip");
    }

    [Fact]
    public void A_pull_request_of_plain_commits_is_one_entry_under_its_title()
    {
        var first = _commits.Add("feat: one");
        _commits.Add("start", "Bob");
        _commits.Add("and go on\n\nCo-authored-by: Cleo <cleo@example.org>", "Bob");
        Merge("Merge pull request #12 from bob/branch\n\nfix(api): the title", first);

        var draft = _commits.Draft();

        (draft.Entries[1].Text, draft.Entries[1].Category, draft.Entries[1].Scope, draft.Entries[1].PullRequest)
            .Should()
            .Be(("The title", "Fixed", "api", 12));
        draft.Entries[1].Authors.Should().Equal("Bob", "Ada", "Cleo");
        draft.Entries[1].Commits.Should().HaveCount(3);
        draft.Entries.Should().HaveCount(2);
        draft.NotUnderstood.Should().BeEmpty();
    }

    [Fact]
    public void A_pull_request_within_a_merged_branch_keeps_its_number()
    {
        var main = _commits.Add("feat: one");
        var develop = _commits.Add("feat: two");
        _commits.Add("feat: three", "Bob");
        var inner = Merge("Merge pull request #12 from bob/branch\n\nTitle", develop);
        _commits.Add("feat: four", "Ada", inner);
        Merge("Merge branch 'develop'", main);

        _commits
            .Draft()
            .Entries.Select(entry => (entry.Text, entry.PullRequest))
            .Should()
            .Equal(("Four", null), ("Three", 12), ("Two", null), ("One", null));
    }

    [Fact]
    public void A_merge_that_says_nothing_is_no_entry()
    {
        var first = _commits.Add("feat: one");
        _commits.Add("feat: two");
        Merge("Merge branch 'side'", first);

        var draft = _commits.Draft();

        draft.Entries.Should().HaveCount(2);
        draft.NotUnderstood.Should().BeEmpty();
    }

    [Fact]
    public void The_host_names_the_pull_request_of_a_commit_that_does_not()
    {
        var sha = _commits.Add("Some words");

        var draft = ChangelogDraft.Of(
            _commits.NewestFirst,
            pullRequests:
            [
                new(
                    7,
                    "feat(api): the title",
                    "ada",
                    new Uri("https://example.org/7"),
                    DateTimeOffset.UnixEpoch,
                    sha,
                    []
                ),
            ]
        );

        draft
            .Entries.Should()
            .ContainSingle()
            .Which.Should()
            .Match<DraftEntry>(entry => entry.Text == "The title" && entry.PullRequest == 7);
    }

    [Fact]
    public void The_same_change_twice_is_one_entry()
    {
        _commits.Add("fix: one");
        _commits.Add("fix: one", "Bob");

        var entry = _commits.Draft().Entries.Should().ContainSingle().Subject;

        entry.Commits.Should().HaveCount(2);
        entry.Authors.Should().Equal("Bob", "Ada");
    }

    [Fact]
    public void What_is_in_the_log_already_is_not_proposed_again()
    {
        var sha = _commits.Add("feat: by its commit");
        _commits.Add("feat: by its request (#12)");
        _commits.Add("feat: by its\ttext");
        _commits.Add("feat!: by its change but not its step (#13)");
        _commits.Add("feat: not yet (#123)");

        var draft = _commits.Draft($"### Added\n\n- Else ({sha[..7]})\n- By its\n  text.\n- Other words (#12, #13)\n");

        draft
            .Entries.Select(entry => (entry.Category, entry.Text))
            .Should()
            .Equal(("Upgrade", "By its change but not its step"), ("Added", "Not yet"));
        draft.AlreadyThere.Should().Be(4);
    }

    [Fact]
    public void A_draft_is_markdown_that_says_what_it_is()
    {
        var first = _commits.Add("feat(api): take `a_b` and a_b (#12)");
        var second = _commits.Add("fix!: three");
        _commits.Add("docs: four");
        var plain = _commits.Add("Say --> this");
        var gone = _commits.Add("feat: five");
        _commits.Revert(gone);

        _commits
            .Draft()
            .ToMarkdown(new Uri("https://example.org/o/n/"))
            .Should()
            .Be(
                $"""
                <!-- Proposed from the commits of this branch: edit it, and put what is right below '## [Unreleased]' of CHANGELOG.md. -->

                ### Upgrade

                - Three ([{second[..7]}](https://example.org/o/n/commit/{second}), Ada)

                ### Added

                - **api:** Take `a_b` and a\_b ([#12](https://example.org/o/n/pull/12), Ada)

                ### Changed

                - Say --\> this ([{plain[..7]}](https://example.org/o/n/commit/{plain}), Ada)

                ### Fixed

                - **Breaking:** Three ([{second[..7]}](https://example.org/o/n/commit/{second}), Ada)

                <!--
                Cancelled out, commits and their reverts: 2.
                Left out, because users do not notice them: 1 docs.
                Not understood, because they are no conventional commits (placed by their first word, or by their pull request):
                  {plain[..7]} Say - -> this
                -->

                """
            );
        _commits.Draft().ToMarkdown(null).Should().Contain("a\\_b (#12, Ada)").And.Contain($"({plain[..7]}, Ada)");
        first.Should().NotBeNull();
    }

    [Fact]
    public async Task A_repository_is_drafted_from_its_last_release()
    {
        using var repository = await GitRepository.CreateAsync();
        await repository.CommitAsync("feat: one");
        await repository.RunAsync("tag", "v1.0.0");
        await repository.RunAsync("tag", "nightly");
        await repository.CommitAsync("feat: two");
        await repository.RunAsync("tag", "v1.1.0-rc.1");
        await repository.CommitAsync("feat: three");
        await repository.RunAsync("branch", "elsewhere");
        await repository.RunAsync("switch", "--quiet", "elsewhere");
        await repository.CommitAsync("feat: four");
        await repository.RunAsync("tag", "v9.0.0");
        await repository.RunAsync("switch", "--quiet", "main");

        var draft = await ChangelogDraft.ReadAsync(repository.Path, log: null);

        draft.Since.Should().Be("v1.0.0");
        draft.Entries.Select(entry => entry.Text).Should().Equal("Three", "Two");
    }

    [Fact]
    public void What_stands_below_a_pre_release_is_not_proposed_again()
    {
        _commits.Add("feat: one");
        _commits.Add("feat: two");
        _commits.Add("feat: three");

        var draft = ChangelogDraft.Of(
            _commits.NewestFirst,
            Changelog.Parse(
                "# Changelog\n\n## [Unreleased]\n\n## [2.0.0-rc.1] - 2026-01-02\n\n### Added\n\n- Two.\n\n"
                    + "## [1.0.0] - 2026-01-01\n\n### Added\n\n- One.\n"
            )
        );

        draft.Entries.Select(entry => entry.Text).Should().Equal("Three", "One");
        draft.AlreadyThere.Should().Be(1);
    }

    /// <summary>Merges what was added last into a branch.</summary>
    string Merge(string message, string into) => _commits.Add(message, "Ada", into, _commits.NewestFirst[0].Sha);
}
