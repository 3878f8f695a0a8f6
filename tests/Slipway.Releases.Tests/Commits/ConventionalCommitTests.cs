using FsCheck;
using FsCheck.Fluent;

namespace Slipway.Releases.Tests;

public class ConventionalCommitTests
{
    // The first five are examples of conventionalcommits.org.
    [Theory]
    [InlineData("feat: allow provided config object to extend other configs", "feat", null, false)]
    [InlineData("feat!: send an email to the customer when a product is shipped", "feat", null, true)]
    [InlineData("feat(api)!: send an email", "feat", "api", true)]
    [InlineData("docs: correct spelling of CHANGELOG", "docs", null, false)]
    [InlineData("feat(lang): add Polish language", "feat", "lang", false)]
    [InlineData("FIX(Api): x", "fix", "Api", false)]
    [InlineData("build-deps(a b, c): x", "build-deps", "a b, c", false)]
    [InlineData("\n\n  fix: x\n", "fix", null, false)]
    public void The_header_has_type_scope_and_mark(string message, string type, string? scope, bool isBreaking)
    {
        var commit = ConventionalCommit.Parse(message);

        (commit.Type, commit.Scope, commit.IsBreaking).Should().Be((type, scope, isBreaking));
        commit.IsConventional.Should().BeTrue();
        commit.Description.Should().NotBeEmpty().And.NotStartWith(" ");
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n \n")]
    [InlineData("Say where fencing ends")]
    [InlineData("fix:no space")]
    [InlineData("fix: ")]
    [InlineData("fix(): x")]
    [InlineData("fix(a)(b): x")]
    [InlineData("fix (a): x")]
    [InlineData("fix!(a): x")]
    [InlineData("two words: x")]
    [InlineData(": x")]
    [InlineData("!: x")]
    [InlineData("-fix: x")]
    [InlineData("1.2: x")]
    [InlineData("Merge pull request #12 from someone/branch")]
    public void A_message_of_another_form_has_no_type_and_is_its_own_description(string message)
    {
        var commit = ConventionalCommit.Parse(message);

        (commit.Type, commit.Scope, commit.IsBreaking).Should().Be((null, null, false));
        commit.Description.Should().Be(message.Trim());
    }

    [Fact]
    public void Body_and_footers_are_told_apart()
    {
        // The specification's example with "multi-paragraph body and multiple footers".
        var commit = ConventionalCommit.Parse(
            """
            fix: prevent racing of requests

            Introduce a request id and a reference to latest request. Dismiss
            incoming responses other than from latest request.

            Remove timeouts which were used to mitigate the racing issue but are
            obsolete now.

            Reviewed-by: Z
            Refs: #123
            Fixes #12
            """
        );

        commit.Body.Should().StartWith("Introduce a").And.EndWith("obsolete now.").And.Contain("\n\nRemove");
        commit
            .Footers.Should()
            .Equal(
                new CommitFooter("Reviewed-by", "Z"),
                new CommitFooter("Refs", "#123"),
                new CommitFooter("Fixes", "12", IsNumbered: true)
            );
    }

    [Fact]
    public void A_footers_value_goes_on_until_the_next_footer()
    {
        var commit = ConventionalCommit.Parse("feat: x\n\nBREAKING CHANGE: one\r\n  two\n\nthree\nAcked-by: Y");

        commit.Footers.Select(footer => footer.Value).Should().Equal("one\n  two\n\nthree", "Y");
    }

    [Theory]
    [InlineData("chore: x\n\nBREAKING CHANGE: env first", "env first")]
    [InlineData("chore: x\n\nBREAKING-CHANGE: env first", "env first")]
    [InlineData("chore: x\n\nText right above.\nBREAKING CHANGE: env first", "env first")]
    [InlineData("A plain sentence\n\nBREAKING CHANGE: env first", "env first")]
    [InlineData("chore!: x\n\nBREAKING CHANGE: env first", "env first")]
    [InlineData("chore!: drop Node 6", "drop Node 6")]
    public void A_breaking_change_is_told_by_its_footer_or_its_mark(string message, string told)
    {
        var commit = ConventionalCommit.Parse(message);

        commit.IsBreaking.Should().BeTrue();
        commit.BreakingChanges.Should().Equal(told);
    }

    [Theory]
    [InlineData("chore: x\n\nbreaking change: small letters")]
    [InlineData("chore: x\n\nBREAKING CHANGES: x")]
    [InlineData("chore: x\n\nIt is no BREAKING CHANGE: x")]
    [InlineData("breaking change: x")]
    public void What_only_looks_like_a_breaking_change_is_none(string message) =>
        ConventionalCommit.Parse(message).IsBreaking.Should().BeFalse();

    [Fact]
    public void Several_breaking_changes_are_all_told() =>
        ConventionalCommit
            .Parse("feat!: x\n\nBREAKING CHANGE: one\nBREAKING CHANGE: two")
            .BreakingChanges.Should()
            .Equal("one", "two");

    [Theory]
    [InlineData(
        "Revert \"feat: x\"\n\nThis reverts commit 0123456789abcdef0123456789abcdef01234567.",
        "0123456789abcdef0123456789abcdef01234567",
        "feat: x"
    )]
    [InlineData(
        "Reapply \"feat: x\"\n\nThis reverts commit 0123456789abcdef0123456789abcdef01234567.",
        "0123456789abcdef0123456789abcdef01234567",
        "Revert \"feat: x\""
    )]
    [InlineData(
        "revert: let us never again speak of it\n\nRefs: 676104e, A215868",
        "676104e,a215868",
        "let us never again speak of it"
    )]
    [InlineData("revert: feat: x\n\nThis reverts commit 676104e.", "676104e", "feat: x")]
    [InlineData("fix: take it back\n\nThis reverts commit 676104e, which was too slow.", "676104e", null)]
    [InlineData("Revert \"feat: x\"", "", "feat: x")]
    public void A_revert_names_what_it_takes_back(string message, string shas, string? subject)
    {
        var reverts = ConventionalCommit.Parse(message).Reverts;

        string.Join(',', reverts!.Shas).Should().Be(shas);
        reverts.Subject.Should().Be(subject);
        reverts.PullRequest.Should().BeNull();
    }

    [Theory]
    [InlineData("Revert \"feat: x (#12)\" (#13)\n\nReverts owner/some.name#12")]
    [InlineData("revert: x\n\nReverts #12")]
    public void A_revert_of_a_pull_request_names_its_number(string message) =>
        ConventionalCommit.Parse(message).Reverts!.PullRequest.Should().Be(12);

    [Theory]
    [InlineData("fix: x\n\nRefs: 676104e")]
    [InlineData("Revert to the old layout")]
    [InlineData("docs: say what 'This reverts commit' means")]
    public void What_only_speaks_of_reverting_takes_nothing_back(string message) =>
        ConventionalCommit.Parse(message).Reverts.Should().BeNull();

    [Fact]
    public void Any_text_is_read() =>
        Prop.ForAll<string?>(text => ConventionalCommit.Parse(text ?? "").Description is not null)
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Any_lines_are_read_and_their_first_is_never_lost() =>
        Prop.ForAll(
                Gen.ListOf(
                        Gen.Elements(
                            "feat(a)!: b",
                            "feat(: b",
                            "BREAKING CHANGE: c",
                            "BREAKING CHANGE #1",
                            "Refs #1",
                            "Token:",
                            ": ",
                            " #",
                            "",
                            " ",
                            "\r",
                            "Revert \"x\"",
                            "This reverts commit 1234567"
                        )
                    )
                    .Select(lines => string.Join('\n', lines))
                    .ToArbitrary(),
                message =>
                {
                    var first = message.ReplaceLineEndings("\n").Trim().Split('\n')[0].Trim();
                    return first.EndsWith(ConventionalCommit.Parse(message).Description, StringComparison.Ordinal);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Any_commit_in_the_form_is_read_as_it_was_written() =>
        Prop.ForAll(
                Commits().ToArbitrary(),
                commit =>
                {
                    var read = ConventionalCommit.Parse(Write(commit));
                    return read with { Footers = [], Reverts = null } == commit with { Footers = [] }
                        && read.Footers.SequenceEqual(commit.Footers);
                }
            )
            .QuickCheckThrowOnFailure();

    static string Write(ConventionalCommit commit)
    {
        var scope = commit.Scope is null ? "" : $"({commit.Scope})";
        var footers = commit.Footers.Select(footer =>
            $"{footer.Token}{(footer.IsNumbered ? " #" : ": ")}{footer.Value}"
        );
        string[] parts =
        [
            $"{commit.Type}{scope}{(commit.HasBreakingMark ? "!" : "")}: {commit.Description}",
            commit.Body,
            string.Join('\n', footers),
        ];
        return string.Join("\n\n", parts.Where(part => part.Length > 0));
    }

    static Gen<ConventionalCommit> Commits()
    {
        var text = Gen.Elements("add a thing", "überholt", "a: b", "x (#12)", "100 % of it", "(a)!: b");
        var paragraph = Gen.Elements(
            "One line.",
            "Two\nlines, one\nmore",
            "- a list\n- of two",
            "* https://example.org/a: b"
        );
        var value = Gen.Elements("1", "Ada <ada@example.org>", "two\n lines", "a paragraph\n\nand one more");
        var footer =
            from token in Gen.Elements("Refs", "Reviewed-by", "BREAKING CHANGE", "BREAKING-CHANGE", "X2")
            from written in value
            from isNumbered in Gen.Elements(true, false)
            select new CommitFooter(token, written, isNumbered);
        return from type in Gen.Elements("feat", "fix", "build", "my-type", "t2")
            from scope in Gen.Elements(null, "api", "a/b", "two words", "a,b")
            from mark in Gen.Elements(true, false)
            from description in text
            from body in Gen.ListOf(paragraph).Select(list => string.Join("\n\n", list.Take(3)))
            from footers in Gen.ListOf(footer)
            select new ConventionalCommit
            {
                Type = type,
                Scope = scope,
                HasBreakingMark = mark,
                Description = description,
                Body = body,
                Footers = [.. footers.Take(4)],
            };
    }
}
