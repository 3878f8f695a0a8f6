using FsCheck;
using FsCheck.Fluent;

namespace Slipway.Releases.Tests;

public class ReleaseNotesTests
{
    const string Digest = "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    static readonly Uri Page = new("https://github.com/owner/name");

    [Fact]
    public void Notes_say_first_what_breaks_and_end_with_all_changes() => (
            Notes(
                """
                Albums can be shared.

                ### Added

                - Shares.

                ### Upgrade

                1. Set `Gallery__Shares`.
                """
            ) with
            {
                BreakingChanges = [new("the route /albums is gone", new string('a', 40), "api")],
                Migrations =
                [
                    new("0002_shares.sql", "expand", []),
                    new("0003_drop.sql", "contract", ["drops the table photos (allowed because it is empty)"]),
                ],
                Image = new("registry.example.org/team/gallery:1.2.0", Digest, new string('b', 40)),
                Contributors = [new("Ada Lovelace", IsNew: true), new("Bob_the_B", IsNew: false)],
                Checksums = "SHA256SUMS",
            }
        ).ToMarkdown().Should().Be($"""
                Albums can be shared.

                ## Breaking changes and upgrade

                1. Set `Gallery__Shares`.

                - **api:** the route /albums is gone ([aaaaaaa](https://github.com/owner/name/commit/{new string(
                    'a',
                    40
                )}))

                ### Added

                - Shares.

                ## Migrations

                - `0002_shares.sql` (expand): no known risk
                - `0003_drop.sql` (contract): can hurt:
                  - drops the table photos (allowed because it is empty)

                ## Image

                `registry.example.org/team/gallery:1.2.0@{Digest}`

                ## How to verify

                ```sh
                git fetch https://github.com/owner/name.git refs/tags/v1.2.0:refs/tags/v1.2.0
                git verify-tag v1.2.0
                curl -fLO https://github.com/owner/name/releases/download/v1.2.0/SHA256SUMS
                sha256sum --check --ignore-missing SHA256SUMS   # beside the files that were downloaded
                docker pull registry.example.org/team/gallery@{Digest}
                ```

                ## Contributors

                - Ada Lovelace, for the first time
                - Bob\_the\_B

                **All changes**: https://github.com/owner/name/compare/v1.1.0...v1.2.0

                """);

    [Fact]
    public void What_the_upgrade_steps_tell_already_is_not_told_again() =>
        (
            Notes("### Upgrade\n\n- The route\n  `/albums` is gone. Use /v2.\n") with
            {
                BreakingChanges = [new("the route `/albums` is gone.", "aaaaaaaaaa"), new("another", "bbbbbbbbbb")],
                Repository = null,
            }
        )
            .ToMarkdown()
            .Should()
            .StartWith(
                "## Breaking changes and upgrade\n\n- The route\n  `/albums` is gone. Use /v2.\n\n- another (bbbbbbb)\n\n"
            );

    [Fact]
    public void A_release_that_breaks_nothing_has_no_word_about_it() =>
        Notes("### Fixed\n\n- x\n").ToMarkdown().Should().StartWith("### Fixed\n\n- x\n\n").And.NotContain("Breaking");

    [Fact]
    public void Choices_are_stated_with_their_reasons() =>
        (
            Notes("### Fixed\n\n- x\n") with
            {
                IsSigned = false,
                WhyUnsigned = "the key\nis lost",
                Allowances = [new("route-removed", "nobody <used> it")],
                LastTag = null,
            }
        )
            .ToMarkdown()
            .Should()
            .StartWith("## Let pass\n\n- route-removed: nobody \\<used\\> it\n\n")
            .And.Contain("## How to verify\n\nThe tag is **not signed**, by choice: the key is lost\n")
            .And.NotContain("verify-tag")
            .And.EndWith("**All commits**: https://github.com/owner/name/commits/v1.2.0\n");

    [Fact]
    public void A_signed_provenance_is_verified_by_what_its_signature_is_of()
    {
        var text = (Notes("### Fixed\n\n- x\n") with { SignedProvenance = "gallery.intoto.jsonl" }).ToMarkdown();

        text.Should()
            .Contain("/releases/download/v1.2.0/gallery.intoto.jsonl\n")
            .And.Contain("printf 'DSSEv1 28 application/vnd.in-toto+json %s '")
            .And.Contain("-n provenance@slipway.dev");
    }

    [Fact]
    public void Migrations_that_are_not_known_are_not_said_to_be_none()
    {
        var notes = Notes("### Fixed\n\n- x\n");

        notes.ToMarkdown().Should().NotContain("Migrations");
        (notes with { Migrations = [] }).ToMarkdown().Should().Contain("## Migrations\n\nNone.\n");
    }

    [Fact]
    public void An_image_that_is_in_no_registry_is_named_and_not_pulled() =>
        (Notes("### Fixed\n\n- x\n") with { Image = new("gallery:1.2.0", Digest, "b") })
            .ToMarkdown()
            .Should()
            .Contain($"`gallery:1.2.0@{Digest}`")
            .And.NotContain("docker");

    [Fact]
    public void A_code_block_that_a_changelog_leaves_open_does_not_swallow_what_follows() =>
        Notes("### Fixed\n\n- x\n\n```sh\nls\n")
            .ToMarkdown()
            .Should()
            .Contain("```sh\nls\n")
            .And.Contain("\n```\n\n## How to verify");

    [Fact]
    public void Notes_that_are_too_long_lose_changes_and_say_so()
    {
        var entries = string.Concat(Enumerable.Range(0, 20_000).Select(number => $"- Change {number} of many\n"));
        var notes = Notes($"### Added\n\n{entries}\n### Upgrade\n\n- Do this.\n") with
        {
            Contributors = [new("Ada", IsNew: false)],
        };

        var text = notes.ToMarkdown();

        text.Length.Should().BeInRange(ReleaseNotes.Limit - 100, ReleaseNotes.Limit);
        text.Should()
            .StartWith("## Breaking changes and upgrade\n\n- Do this.")
            .And.MatchRegex(
                @"- Change \d+ of many\n\n\*\*Cut here\*\*: GitHub takes 125000 characters\. The whole is in https://github.com/owner/name/blob/v1\.2\.0/CHANGELOG\.md\n\n"
            )
            .And.Contain("- Ada\n")
            .And.EndWith("v1.1.0...v1.2.0\n");
    }

    [Fact]
    public void Upgrade_steps_alone_that_are_too_long_are_cut_at_the_end()
    {
        var steps = string.Concat(Enumerable.Range(0, 20_000).Select(number => $"- Step {number}\n"));

        var text = Notes($"### Upgrade\n\n```\n{steps}```\n").ToMarkdown();

        text.Length.Should().BeLessThanOrEqualTo(ReleaseNotes.Limit);
        text.Should().MatchRegex(@"- Step \d+\n```\n\n\*\*Cut here\*\*.*\n\z");
    }

    [Fact]
    public void No_notes_are_longer_than_the_host_takes() =>
        Prop.ForAll(
                (
                    from entries in Gen.Choose(0, 9000)
                    from steps in Gen.Choose(0, 9000)
                    from people in Gen.Choose(0, 3000)
                    from fence in Gen.Elements("", "\n```", "\n<!--")
                    select (entries, steps, people, fence)
                ).ToArbitrary(),
                size =>
                {
                    var steps = string.Concat(Enumerable.Range(0, size.steps).Select(number => $"- Step {number}\n"));
                    var entries = string.Concat(
                        Enumerable.Range(0, size.entries).Select(number => $"- Change {number}\n")
                    );
                    var notes = Notes(
                        $"### Upgrade\n{size.fence}\n{steps}\n```\n-->\n### Added\n{size.fence}\n{entries}"
                    ) with
                    {
                        Contributors =
                        [
                            .. Enumerable
                                .Range(0, size.people)
                                .Select(number => new Contributor($"Ada {number}", false)),
                        ],
                    };
                    return notes.ToMarkdown().Length is > 0 and <= ReleaseNotes.Limit;
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    static ReleaseNotes Notes(string section) =>
        new()
        {
            Version = SemanticVersion.Parse("1.2.0"),
            Tag = "v1.2.0",
            Section = Changelog
                .Parse(
                    $"# Changelog\n\n## [Unreleased]\n\n## [1.2.0] - 2026-02-01\n\n{section}\n[1.2.0]: https://example.org\n"
                )
                .Find(SemanticVersion.Parse("1.2.0"))!,
            IsSigned = true,
            LastTag = "v1.1.0",
            Repository = Page,
        };
}
