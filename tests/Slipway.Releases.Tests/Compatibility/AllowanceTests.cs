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

    [Fact]
    public async Task It_is_read_as_it_was_written()
    {
        using var directory = new TempDirectory();
        var path = directory["release/allowed.json"];
        await s_one.WriteAsync(path);

        (await Allowance.ReadAsync(path, s_one.Commit)).Should().BeEquivalentTo(s_one);
        (await File.ReadAllTextAsync(path)).Should().Contain("\"needs\": \"major\"").And.Contain("ä");
    }

    [Fact]
    public async Task It_holds_for_its_commit_alone()
    {
        using var directory = new TempDirectory();
        var path = directory["allowed.json"];
        (await Allowance.ReadAsync(path, s_one.Commit)).Should().BeNull();
        await s_one.WriteAsync(path);

        (await Allowance.ReadAsync(path, new string('b', 40))).Should().BeNull();
    }

    [Fact]
    public async Task Another_file_is_an_error()
    {
        using var directory = new TempDirectory();
        var path = directory.Write("allowed.json", "{");

        await FluentActions
            .Awaiting(() => Allowance.ReadAsync(path, s_one.Commit))
            .Should()
            .ThrowAsync<ReleaseException>()
            .WithMessage("*is not what ValidateVersion --allow writes*");
    }
}
