using System.Runtime.Versioning;
using FsCheck;
using FsCheck.Fluent;
using Slipway.Testing;
using Slipway.Workflows.Caching;
using Slipway.Workflows.Caching.Keys;
using Slipway.Workflows.Caching.Trees;

namespace Slipway.Workflows.Tests.Caching.Trees;

[UnsupportedOSPlatform("windows")]
public sealed class WorkingTreeTests : IAsyncLifetime
{
    static readonly string[] s_names = ["a", "ab", "b.o", "build", "x y", "#c", "!d", "[e]", "f.txt"];

    GitRepository _repository = null!;

    public async Task InitializeAsync() => _repository = await GitRepository.CreateAsync();

    public Task DisposeAsync()
    {
        _repository.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task The_files_are_those_that_git_tracks_and_those_that_it_does_not_ignore()
    {
        _repository.Write(".gitignore", "*.log\n/out/\n!keep.log\n");
        _repository.Write("src/a.cs", "1");
        _repository.Write("forced.log", "tracked though ignored");
        await _repository.RunAsync("add", "--force", "--all");
        _repository.Write("src/new.cs", "1");
        _repository.Write("keep.log", "1");
        _repository.Write("src/other.log", "1");
        _repository.Write("out/b.dll", "1");

        Tree().Files.Should().Equal(".gitignore", "forced.log", "keep.log", "src/a.cs", "src/new.cs");
    }

    [Fact]
    public void A_persons_settings_of_a_project_count_though_they_are_ignored()
    {
        _repository.Write(".gitignore", "*.user\n");
        _repository.Write("src/App.csproj.user", "1");
        _repository.Write("src/other.user", "1");

        Tree().Files.Should().Equal(".gitignore", "src/App.csproj.user");
    }

    [Fact]
    public void Any_rules_mean_what_they_mean_to_git()
    {
        var pattern =
            from words in Gen.Elements(
                    "a",
                    "b",
                    "*",
                    "**",
                    "?",
                    "[ab]",
                    "[!a]",
                    "[a-c]*",
                    "*.o",
                    "build",
                    "x y",
                    "\\#c",
                    "\\!d",
                    "\\[e\\]",
                    "#c",
                    "!d",
                    "f.txt ",
                    "f.txt\\ "
                )
                .NonEmptyListOf()
                .Where(words => words.Count < 4)
            from prefix in Gen.Elements("", "", "/", "!", "!/", "**/")
            from suffix in Gen.Elements("", "", "/", "/**", "/*")
            select prefix + string.Join('/', words) + suffix;
        var files = (
            from parts in Gen.Elements(s_names).NonEmptyListOf().Where(parts => parts.Count < 4)
            select string.Join('/', parts)
        ).NonEmptyListOf();

        Prop.ForAll(
                (
                    from top in pattern.ListOf()
                    from below in pattern.ListOf()
                    from excluded in pattern.ListOf()
                    from paths in files
                    select (top, below, excluded, paths)
                ).ToArbitrary(),
                given => IsAsGitHasIt(given.top, given.below, given.excluded, given.paths)
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(60));
    }

    [Fact]
    public async Task Any_byte_name_and_mode_gives_another_key()
    {
        _repository.Write("src/a.cs", "some content");
        _repository.Write("src/b.cs", "more");
        await _repository.CommitAsync("test: files");
        var keys = new List<CacheKey> { Key() };
        var path = Path.Combine(_repository.Path, "src/a.cs");

        for (var i = 0; i < "some content".Length; i++)
        {
            var content = "some content".ToCharArray();
            content[i]++;
            File.WriteAllText(path, new string(content));
            keys.Add(Key());
        }

        File.WriteAllText(path, "some content");
        Key().Should().Be(keys[0], "the same content has the same key");
        File.SetUnixFileMode(path, File.GetUnixFileMode(path) | UnixFileMode.UserExecute);
        keys.Add(Key());
        File.Move(path, Path.Combine(_repository.Path, "src/c.cs"));
        keys.Add(Key());
        File.CreateSymbolicLink(path, "b.cs");
        keys.Add(Key());
        File.Delete(path);
        File.CreateSymbolicLink(path, "c.cs");
        keys.Add(Key());

        keys.Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task Neither_the_place_nor_the_time_nor_the_commit_is_a_part_of_the_key()
    {
        _repository.Write("src/a.cs", "1");
        await _repository.CommitAsync("test: one");
        var first = Key();
        using var other = await GitRepository.CreateAsync();
        other.Write("src/a.cs", "1");
        File.SetLastWriteTimeUtc(
            Path.Combine(other.Path, "src/a.cs"),
            new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc)
        );
        var uncommitted = Key(other.Path);
        await other.CommitAsync("test: another message");

        Key(other.Path).Should().Be(first);
        uncommitted.Should().Be(first);
    }

    [Fact]
    public async Task A_tracked_file_that_is_gone_is_not_a_file_that_never_was()
    {
        _repository.Write("a", "1");
        _repository.Write("b", "1");
        await _repository.CommitAsync("test: two");
        File.Delete(Path.Combine(_repository.Path, "b"));
        var gone = Key();
        await _repository.RunAsync("rm", "--quiet", "--cached", "b");

        Key().Should().NotBe(gone);
    }

    [Fact]
    public async Task Whether_a_file_is_tracked_can_be_asked()
    {
        _repository.Write("a", "1");
        await _repository.RunAsync("add", "a");
        _repository.Write("b", "1");

        Tree().Matching(new PathPatterns(["**"]), isTracked: true).Select(file => file.Name).Should().Equal("a");
    }

    [Fact]
    public async Task One_key_stands_for_the_files_that_were_asked_for_and_no_others()
    {
        _repository.Write("a", "1");
        await _repository.RunAsync("add", "a");
        _repository.Write("b", "1");
        var tree = Tree();
        PathPatterns all = new(["**"]);
        PathPatterns one = new(["a"]);

        tree.KeyOf(all).Should().Be(CacheKey.Of(tree.Matching(all)));
        tree.KeyOf(all, isTracked: true).Should().Be(CacheKey.Of(tree.Matching(all, isTracked: true)));
        tree.KeyOf(one).Should().Be(CacheKey.Of(tree.Matching(one))).And.NotBe(tree.KeyOf(all));
    }

    [Fact]
    public async Task A_linked_worktree_has_an_index_of_its_own()
    {
        _repository.Write("a.log", "1");
        await _repository.CommitAsync("test: one");
        var linked = Path.Combine(_repository.Path, "linked");
        await _repository.RunAsync("worktree", "add", "--quiet", "linked");
        File.WriteAllText(Path.Combine(linked, ".gitignore"), "*.log\n");

        Tree(linked).Files.Should().Equal(".gitignore", "a.log");
    }

    [Theory]
    [InlineData("2")]
    [InlineData("4")]
    public async Task An_index_of_any_version_is_read(string version)
    {
        foreach (var name in new[] { "a", "dir/b", "dir/bc", "dir/sub/ünï", "z" })
            _repository.Write(name, "1");
        await _repository.RunAsync("add", "--all");
        await _repository.RunAsync("add", "--intent-to-add", "--all");
        await _repository.RunAsync("update-index", "--index-version", version);
        _repository.Write(".git/info/exclude", "*\n");

        Tree().Files.Should().Equal("a", "dir/b", "dir/bc", "dir/sub/ünï", "z");
    }

    [Fact]
    public async Task An_index_that_is_split_is_not_guessed_at()
    {
        _repository.Write("a", "1");
        await _repository.RunAsync("add", "--all");
        await _repository.RunAsync("update-index", "--split-index");

        FluentActions.Invoking(() => Tree()).Should().Throw<CacheUnavailableException>().WithMessage("*index*");
    }

    [Fact]
    public async Task An_index_that_is_cut_off_is_not_guessed_at()
    {
        _repository.Write("a", "1");
        await _repository.RunAsync("add", "--all");
        var index = Path.Combine(_repository.Path, ".git/index");
        var whole = await File.ReadAllBytesAsync(index);

        for (var length = 0; length < whole.Length; length++)
        {
            await File.WriteAllBytesAsync(index, whole[..length]);
            FluentActions.Invoking(() => Tree()).Should().Throw<CacheUnavailableException>("{0} bytes", length);
        }
    }

    [Fact]
    public void Without_a_repository_all_files_count_that_no_rule_names()
    {
        using var directory = new TempDirectory();
        directory.Write(".gitignore", "ignored\n");
        directory.Write("ignored", "1");
        directory.Write("a/b", "1");

        Tree(directory.Path).Files.Should().Equal(".gitignore", "a/b");
    }

    bool IsAsGitHasIt(IList<string> top, IList<string> below, IList<string> excluded, IList<string> paths)
    {
        foreach (
            var entry in Directory
                .EnumerateFileSystemEntries(_repository.Path)
                .Where(path => !path.EndsWith(".git", StringComparison.Ordinal))
        )
        {
            if (Directory.Exists(entry))
                Directory.Delete(entry, recursive: true);
            else
                File.Delete(entry);
        }

        foreach (var path in paths)
        {
            try
            {
                _repository.Write(path, "1");
            }
            catch (IOException)
            {
                // One path's file is another's directory.
            }
            catch (UnauthorizedAccessException)
            {
                // The same, the other way round.
            }
        }

        _repository.Write(".git/info/exclude", string.Join('\n', excluded));
        _repository.Write(".gitignore", string.Join('\n', top));
        if (Directory.Exists(Path.Combine(_repository.Path, "a")))
            _repository.Write("a/.gitignore", string.Join('\n', below));
        var expected = _repository
            .RunAsync("ls-files", "-z", "--cached", "--others", "--exclude-standard")
            .GetAwaiter()
            .GetResult()
            .Split('\0', StringSplitOptions.RemoveEmptyEntries)
            .Select(path => path.Trim('\n'))
            .Where(path => path.Length > 0)
            .Order(StringComparer.Ordinal)
            .ToList();
        Tree()
            .Files.Should()
            .Equal(
                expected,
                "rules {0} / {1} / {2}",
                string.Join(" , ", top),
                string.Join(" , ", below),
                string.Join(" , ", excluded)
            );
        return true;
    }

    WorkingTree Tree(string? root = null) =>
        WorkingTree.Of(root ?? _repository.Path, new FileHashes(memory: null, TimeProvider.System));

    CacheKey Key(string? root = null) => CacheKey.Of(Tree(root).Matching(new PathPatterns(["**"])));
}
