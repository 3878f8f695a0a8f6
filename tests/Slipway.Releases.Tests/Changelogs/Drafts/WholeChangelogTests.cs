using System.Globalization;
using System.Text;
using Slipway.Testing;

namespace Slipway.Releases.Tests;

public class WholeChangelogTests
{
    [Fact]
    public async Task Each_release_has_what_no_lower_version_has()
    {
        using var repository = await GitRepository.CreateAsync();
        var first = await repository.CommitAsync("feat: one");
        await repository.RunAsync("tag", "v1.0.0");
        await repository.RunAsync("switch", "--quiet", "--create", "support");
        await repository.CommitAsync("fix: two");
        await repository.RunAsync("tag", "--annotate", "--message=x", "v1.0.1");
        await repository.RunAsync("switch", "--quiet", "main");
        await repository.CommitAsync("feat: three (#7)");
        await repository.RunAsync("merge", "--quiet", "--no-ff", "--message=Merge branch 'support'", "support");
        await repository.CommitAsync("docs: four");
        await repository.RunAsync("tag", "v1.1.0");
        await repository.CommitAsync("chore: five");
        await repository.RunAsync("tag", "v1.1.1");
        var last = await repository.CommitAsync("feat!: six");

        var whole = await WholeChangelog.ReadAsync(repository.Path, new Uri("https://example.org/o/n"));

        whole
            .Text.Should()
            .EndWith(
                $"""
                ## [Unreleased]

                ### Upgrade

                - Six ([{last[..7]}](https://example.org/o/n/commit/{last}), Test)

                ### Added

                - **Breaking:** Six ([{last[..7]}](https://example.org/o/n/commit/{last}), Test)

                ## [1.1.1] - 2026-01-01

                ### Changed

                - Nothing that users notice.

                ## [1.1.0] - 2026-01-01

                ### Added

                - Three ([#7](https://example.org/o/n/pull/7), Test)

                ## [1.0.1] - 2026-01-01

                ### Fixed

                - Two ([{await repository.RunAsync(
                    "rev-parse",
                    "--short=7",
                    "v1.0.1^{commit}"
                )}](https://example.org/o/n/commit/{await repository.RunAsync("rev-parse", "v1.0.1^{commit}")}), Test)

                ## [1.0.0] - 2026-01-01

                ### Added

                - One ([{first[..7]}](https://example.org/o/n/commit/{first}), Test)

                [Unreleased]: https://example.org/o/n/compare/v1.1.1...HEAD
                [1.1.1]: https://example.org/o/n/compare/v1.1.0...v1.1.1
                [1.1.0]: https://example.org/o/n/compare/v1.0.1...v1.1.0
                [1.0.1]: https://example.org/o/n/compare/v1.0.0...v1.0.1
                [1.0.0]: https://example.org/o/n/releases/tag/v1.0.0

                """
            );
        Changelog.Parse(whole.Text).Check().Should().BeEmpty();
        (whole.Commits, whole.Releases).Should().Be((7, 4));
    }

    [Fact]
    public async Task A_history_without_tags_is_all_unreleased()
    {
        using var repository = await GitRepository.CreateAsync();
        await repository.CommitAsync("feat: one");
        await repository.RunAsync("tag", "nightly");

        var whole = await WholeChangelog.ReadAsync(repository.Path, repository: null);

        whole.Text.Should().Contain("## [Unreleased]\n\n### Added\n\n- One (").And.NotContain("]:");
        Changelog.Parse(whole.Text).Check().Should().BeEmpty();
    }

    [Fact]
    public async Task Any_history_gives_a_changelog_in_good_form_with_every_feature_once()
    {
        var number = 0;
        var random = new Random(20_260_101);
        for (var round = 0; round < 5; round++)
        {
            using var repository = await GitRepository.CreateAsync();
            var stream = new StringBuilder();
            var (commits, version) = (random.Next(1, 60), 0);
            for (var mark = 1; mark <= commits; mark++)
            {
                var message = $"feat: thing {++number}";
                var parents = Enumerable
                    .Range(1, mark - 1)
                    .OrderBy(_ => random.Next())
                    .Take(random.Next(0, 3))
                    .ToList();
                // Every commit is below the last one.
                if (mark > 1 && !parents.Contains(mark - 1))
                    parents.Insert(0, mark - 1);
                stream.Append(
                    CultureInfo.InvariantCulture,
                    $"commit refs/heads/main\nmark :{mark}\ncommitter T <t@example.org> {mark} +0000\ndata {message.Length}\n{message}\n"
                );
                if (parents.Count > 0)
                    stream.Append(CultureInfo.InvariantCulture, $"from :{parents[0]}\n");
                foreach (var merged in parents.Skip(1))
                    stream.Append(CultureInfo.InvariantCulture, $"merge :{merged}\n");
                if (random.Next(3) == 0)
                    stream.Append(CultureInfo.InvariantCulture, $"reset refs/tags/v0.{++version}.0\nfrom :{mark}\n\n");
            }

            await repository.ImportAsync(stream.ToString());

            var log = Changelog.Parse(
                (await WholeChangelog.ReadAsync(repository.Path, new Uri("https://example.org/o/n"))).Text
            );

            log.Check().Should().BeEmpty();
            // Nothing is in two releases.
            log.Sections.SelectMany(section => section.Categories)
                .SelectMany(category => category.Entries)
                .Should()
                .OnlyHaveUniqueItems();
        }
    }
}
