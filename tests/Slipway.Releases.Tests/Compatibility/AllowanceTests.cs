using Slipway.Releases.Compatibility;
using Slipway.Testing;

namespace Slipway.Releases.Tests.Compatibility;

public sealed class AllowanceTests
{
    static readonly Allowance s_one = new(
        new string('a', 40),
        "1.3.0",
        "1.2.0",
        "2.0.0",
        "nobody uses it: \"ä\"",
        [new Finding("path-removed", Bump.Major, "GET /a", "the path /a is gone")]
    );

    static readonly SemanticVersion s_version = SemanticVersion.Parse(s_one.Version);

    [Fact]
    public async Task It_is_read_as_it_was_written()
    {
        using var directory = new TempDirectory();
        await s_one.WriteAsync(directory.Path);

        (await Allowance.ReadAsync(directory.Path, s_one.Commit, s_version)).Should().BeEquivalentTo(s_one);
        (await File.ReadAllTextAsync(Allowance.FileOf(directory.Path, s_one.Commit)))
            .Should()
            .Contain("\"needs\": \"major\"")
            .And.Contain("ä");
    }

    [Fact]
    public async Task It_holds_for_its_commit_and_its_version_alone()
    {
        using var directory = new TempDirectory();
        (await Allowance.ReadAsync(directory.Path, s_one.Commit, s_version)).Should().BeNull();
        await s_one.WriteAsync(directory.Path);

        (await Allowance.ReadAsync(directory.Path, new string('b', 40), s_version)).Should().BeNull();
        (await Allowance.ReadAsync(directory.Path, s_one.Commit, new SemanticVersion(1, 4, 0))).Should().BeNull();
    }

    [Fact]
    public async Task Taken_back_it_is_gone_and_that_of_another_commit_stays()
    {
        using var directory = new TempDirectory();
        var other = s_one with { Commit = new string('b', 40) };
        Allowance.Withdraw(directory["none"], s_one.Commit);
        await s_one.WriteAsync(directory.Path);
        await other.WriteAsync(directory.Path);

        Allowance.Withdraw(directory.Path, s_one.Commit);

        (await Allowance.ReadAsync(directory.Path, s_one.Commit, s_version)).Should().BeNull();
        (await Allowance.ReadAsync(directory.Path, other.Commit, s_version)).Should().NotBeNull();
    }

    [Fact]
    public async Task Another_file_is_an_error()
    {
        using var directory = new TempDirectory();
        directory.Write($"{s_one.Commit}.json", "{");

        await FluentActions
            .Awaiting(() => Allowance.ReadAsync(directory.Path, s_one.Commit, s_version))
            .Should()
            .ThrowAsync<ReleaseException>()
            .WithMessage("*is not what ValidateVersion --allow writes*");
    }
}
