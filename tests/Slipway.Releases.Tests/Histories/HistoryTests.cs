using System.Globalization;
using System.Text;
using FsCheck.Fluent;
using Slipway.Testing;

namespace Slipway.Releases.Tests;

/// <summary>On real repositories, by the real git.</summary>
public class HistoryTests
{
    [Fact]
    public async Task A_commit_is_read_whole()
    {
        using var repository = await GitRepository.CreateAsync();
        var first = await repository.CommitAsync("one");
        await repository.RunAsync(
            "commit",
            "--quiet",
            "--allow-empty",
            "--author=Ada Lövelace <ada@example.org>",
            "--date=2025-12-31T23:00:00-0500",
            "--message=two\n\nA body.\n\nRefs: #1"
        );
        var second = await repository.RunAsync("rev-parse", "HEAD");

        var commits = await ReadAsync(repository, HistoryRange.OfHead);

        commits[0]
            .Should()
            .BeEquivalentTo(
                new Commit(
                    second,
                    [first],
                    "Ada Lövelace",
                    "ada@example.org",
                    new DateTimeOffset(2026, 1, 1, 4, 0, 0, TimeSpan.Zero),
                    new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
                    "two\n\nA body.\n\nRefs: #1"
                )
            );
        commits[0].Subject.Should().Be("two");
        (commits[1].Sha, commits[1].Parents.Count, commits[1].Message, commits.Count).Should().Be((first, 0, "one", 2));
    }

    [Fact]
    public async Task A_range_leaves_out_what_others_have()
    {
        using var repository = await GitRepository.CreateAsync();
        await repository.CommitAsync("one");
        await repository.RunAsync("tag", "v1");
        await repository.CommitAsync("two");
        await repository.CommitAsync("three");

        var since = await ReadAsync(repository, HistoryRange.Since("refs/tags/v1"));
        var between = await ReadAsync(repository, new HistoryRange { To = "HEAD~1", Except = ["v1"] });

        since.Select(commit => commit.Message).Should().BeEquivalentTo("two", "three");
        between.Select(commit => commit.Message).Should().Equal("two");
    }

    [Fact]
    public async Task The_first_parents_alone_are_what_happened_on_the_branch()
    {
        using var repository = await GitRepository.CreateAsync();
        await repository.CommitAsync("one");
        await repository.RunAsync("switch", "--quiet", "--create", "side");
        await repository.CommitAsync("on the side");
        await repository.RunAsync("switch", "--quiet", "main");
        await repository.RunAsync("merge", "--quiet", "--no-ff", "--message=merged", "side");

        var all = await ReadAsync(repository, HistoryRange.OfHead);
        var branch = await ReadAsync(repository, HistoryRange.OfHead with { FirstParentOnly = true });

        all.Should().HaveCount(3);
        all.Single(commit => commit.IsMerge).Parents.Should().HaveCount(2);
        branch.Select(commit => commit.Message).Should().Equal("merged", "one");
    }

    [Fact]
    public async Task Authors_are_named_as_the_mailmap_has_them()
    {
        using var repository = await GitRepository.CreateAsync();
        repository.Write(".mailmap", "Ada Lovelace <ada@example.org> Test <test@example.org>\n");
        await repository.CommitAsync("one");

        var commits = await ReadAsync(repository, HistoryRange.OfHead);

        (commits[0].AuthorName, commits[0].AuthorEmail).Should().Be(("Ada Lovelace", "ada@example.org"));
    }

    [Fact]
    public async Task Any_messages_come_back_as_git_has_them()
    {
        using var repository = await GitRepository.CreateAsync();
        // What git itself keeps of a message: no NUL, and the line feeds at the end are the reader's to drop.
        var messages = Gen.ListOf(
                Gen.Elements("a", "ü", "\n", "\n\n", "\r\n", " ", "\u0001", "\u2028", "€", "commit "),
                12
            )
            .Select(parts => $"m{string.Concat(parts)}")
            .Sample(300)
            .Append(new string('x', 300_000))
            .ToList();
        var stream = new StringBuilder();
        foreach (var message in messages)
            stream.Append(
                CultureInfo.InvariantCulture,
                $"commit refs/heads/main\ncommitter T <t@example.org> 1 +0000\ndata {Encoding.UTF8.GetByteCount(message)}\n{message}\n"
            );
        await repository.ImportAsync(stream.ToString());

        var commits = await ReadAsync(repository, new HistoryRange { To = "refs/heads/main" });

        commits.Select(commit => commit.Message).Reverse().Should().Equal(messages.Select(text => text.TrimEnd('\n')));
    }

    [Fact]
    public async Task A_reader_that_stops_early_ends_git()
    {
        using var repository = await GitRepository.CreateAsync();
        await repository.CommitAsync("one");
        await repository.CommitAsync("two");

        await foreach (var commit in History.CommitsAsync(repository.Path, HistoryRange.OfHead))
        {
            commit.Message.Should().Be("two");
            break;
        }
    }

    [Theory]
    [InlineData("nothing-of-this-name")]
    [InlineData("--all")]
    public async Task A_revision_that_is_not_there_is_one_clear_error(string revision)
    {
        using var repository = await GitRepository.CreateAsync();
        await repository.CommitAsync("one");

        await FluentActions
            .Awaiting(() => ReadAsync(repository, new HistoryRange { To = revision }))
            .Should()
            .ThrowAsync<ReleaseException>()
            .WithMessage($"*{revision}*");
    }

    [Fact]
    public async Task A_directory_without_a_repository_is_one_clear_error()
    {
        using var directory = new TempDirectory();

        await FluentActions
            .Awaiting(() => History.TagsAsync(directory.Path))
            .Should()
            .ThrowAsync<ReleaseException>()
            .WithMessage("*is in no git repository*");
    }

    [Fact]
    public async Task Tags_of_each_kind_lead_to_their_commit()
    {
        using var repository = await GitRepository.CreateAsync();
        repository.Write("file", "content");
        var commit = await repository.CommitAsync("one");
        await repository.RunAsync("tag", "light");
        await repository.RunAsync("tag", "--annotate", "--message=x", "marked");
        await repository.RunAsync("tag", "--annotate", "--message=x", "nested", "marked");
        await repository.RunAsync("tag", "--annotate", "--message=x", "twice/nested", "nested");
        await repository.RunAsync("tag", "tree", "HEAD^{tree}");
        await repository.RunAsync("tag", "--annotate", "--message=x", "of-a-tree", "HEAD^{tree}");

        var tags = await History.TagsAsync(repository.Path);

        tags.Select(tag => (tag.Name, tag.CommitId, tag.IsAnnotated))
            .Should()
            .Equal(
                ("light", commit, false),
                ("marked", commit, true),
                ("nested", commit, true),
                ("twice/nested", commit, true)
            );
        tags[0].ObjectId.Should().Be(commit);
        tags[0].TaggerTime.Should().BeNull();
        tags[1].ObjectId.Should().Be(await repository.RunAsync("rev-parse", "refs/tags/marked"));
        tags[1].TaggerTime.Should().Be(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
    }

    static async Task<List<Commit>> ReadAsync(GitRepository repository, HistoryRange range)
    {
        var commits = new List<Commit>();
        await foreach (var commit in History.CommitsAsync(repository.Path, range))
            commits.Add(commit);
        return commits;
    }
}
