using Slipway.Testing;

namespace Slipway.Releases.Tests.Releasing.Checks;

public sealed class CommitChecksTests : IDisposable
{
    static readonly DateTimeOffset s_now = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);
    static readonly KeptCheck s_secrets = new("Secrets", CheckAnswer.NotChecked, "too large", s_now);

    readonly TempDirectory _directory = new();

    [Fact]
    public void What_was_kept_is_read_back()
    {
        new CommitChecks("abc", [s_secrets]).Write(_directory.Path);

        CommitChecks.Read(_directory.Path, "abc").Checks.Should().Equal(s_secrets);
        File.ReadAllText(CommitChecks.FileOf(_directory.Path, "abc")).Should().Contain("\"answer\": \"not-checked\"");
    }

    [Fact]
    public void The_latest_judgment_of_a_name_counts()
    {
        var failed = s_secrets with { Answer = CheckAnswer.Failed };
        var other = s_secrets with { Name = "Coverage" };

        new CommitChecks("abc", [s_secrets, other]).With([s_secrets, failed]).Checks.Should().Equal(other, failed);
    }

    [Fact]
    public void Another_commit_s_file_under_this_commit_s_name_counts_as_nothing()
    {
        new CommitChecks("abc", [s_secrets]).Write(_directory.Path);
        File.Move(CommitChecks.FileOf(_directory.Path, "abc"), CommitChecks.FileOf(_directory.Path, "def"));

        CommitChecks.Read(_directory.Path, "def").Checks.Should().BeEmpty();
    }

    [Fact]
    public void The_parts_of_several_machines_are_read_together_and_the_latest_judgment_counts()
    {
        var later = s_secrets with { Answer = CheckAnswer.Passed, At = s_now.AddMinutes(1) };
        var other = s_secrets with { Name = "Coverage" };
        new CommitChecks("abc", [later]).Write(_directory.Path, "Scan");
        new CommitChecks("abc", [s_secrets, other]).Write(_directory.Path, "Verify");
        new CommitChecks("abcdef", [s_secrets with { Name = "Of another commit" }]).Write(_directory.Path);

        CommitChecks.Read(_directory.Path, "abc").Checks.Should().BeEquivalentTo([later, other]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{\"format\":2,\"commit\":\"abc\",\"checks\":[]}")]
    [InlineData("{\"format\":1,\"commit\":\"abc\"}")]
    public void What_is_not_ours_counts_as_nothing(string content)
    {
        _directory.Write("abc.json", content);

        CommitChecks.Read(_directory.Path, "abc").Checks.Should().BeEmpty();
    }

    public void Dispose() => _directory.Dispose();
}
