namespace Slipway.Releases.Tests.Releasing;

/// <summary>What stands against a release, judged by what was seen.</summary>
public sealed class RefusalsTests
{
    static readonly SemanticVersion s_version = new(1, 1, 0);
    static readonly string s_base = new('b', 40);
    static readonly string s_roll = new('c', 40);
    static readonly string s_other = new('d', 40);

    static readonly ReleaseWorld s_world = new()
    {
        Branch = "main",
        Head = s_base,
        HasEntries = true,
        Last = new SemanticVersion(1, 0, 0),
        Remote = RemoteState.Same,
    };

    static readonly ReleaseWorld s_rolled = s_world with
    {
        Head = s_roll,
        Roll = new RollCommit(s_roll, s_base, s_version, new DateOnly(2026, 1, 1)),
        Remote = RemoteState.LacksRoll,
    };

    static readonly ReleaseWorld s_pushed = s_rolled with
    {
        LocalTag = new TagState("tag", s_roll),
        RemoteTag = new TagState("tag", s_roll),
        Remote = RemoteState.Same,
    };

    static readonly ReleaseRequest s_request = new()
    {
        Calculated = s_version,
        Images = [Image(s_base)],
        Production = new ProductionState("production", "serving", Image(s_base), Url: null),
    };

    [Fact]
    public void Nothing_stands_against_what_production_serves_on_a_clean_and_pushed_main() =>
        Of(s_world).Should().BeEmpty();

    [Fact]
    public void Nothing_stands_against_a_release_that_was_begun() => Of(s_rolled).Should().BeEmpty();

    public static TheoryData<string, ReleaseWorld, string> Worlds =>
        new()
        {
            { "detached", s_world with { Branch = null, Remote = null }, "HEAD is on no branch*git switch main*" },
            { "a feature", s_world with { Branch = "feature/x" }, "'feature/x' is no branch that is released from*" },
            { "dirty", s_world with { Changes = ["a", "b"] }, "*uncommitted changes: a, b.*" },
            { "no remote", s_world with { Remote = RemoteState.NoRemote }, "There is no remote 'origin'*" },
            { "no branch there", s_world with { Remote = RemoteState.NoBranch }, "origin has no branch 'main'*" },
            { "unpushed", s_world with { Remote = RemoteState.Behind }, "origin/main lacks commits*git push origin*" },
            { "behind", s_world with { Remote = RemoteState.Ahead }, "origin/main has commits*git pull --ff-only*" },
            {
                "behind after the roll",
                s_rolled with
                {
                    Remote = RemoteState.Ahead,
                    LocalTag = new TagState("tag", s_roll),
                },
                "origin/main has commits*git tag --delete v1.1.0*git reset --keep bbbbbbbbbbbb*"
            },
            { "a tag here", s_world with { LocalTag = new TagState("tag", s_other) }, "The tag v1.1.0 exists here*" },
            {
                "a tag there",
                s_world with
                {
                    RemoteTag = new TagState("tag", s_other),
                },
                "The tag v1.1.0 exists at origin*"
            },
            { "a tag on HEAD", s_world with { LocalTag = new TagState("tag", s_base) }, "The tag v1.1.0 exists here*" },
            {
                "another tag",
                s_rolled with
                {
                    RemoteTag = new TagState("tag", s_other),
                },
                "The tag v1.1.0 exists at origin*"
            },
            {
                "two tags",
                s_pushed with
                {
                    LocalTag = new TagState("another", s_roll),
                },
                "*here is another than the one at origin*"
            },
            { "no entries", s_world with { HasEntries = false }, "CHANGELOG.md has no entry*" },
            {
                "bad form",
                s_world with
                {
                    HasEntries = false,
                    Findings = ["CHANGELOG.md:3: no"],
                },
                "*CHANGELOG.md:3: no*"
            },
            { "the same version", s_world with { Last = s_version }, "1.1.0 is not above 1.1.0*--release-version*" },
            { "below the last", s_world with { Last = new SemanticVersion(2, 0, 0) }, "1.1.0 is not above 2.0.0*" },
            {
                "no key",
                s_world with
                {
                    SigningFailure = "no secret key",
                },
                "*no secret key*docs/releasing.md*--unsigned*"
            },
        };

    [Theory]
    [MemberData(nameof(Worlds))]
    public void What_stands_against_it_is_said_once_with_what_to_do(string why, ReleaseWorld world, string message) =>
        Of(world).Should().ContainSingle(why).Which.ToString().Should().Match(message);

    [Theory]
    [InlineData("deploying", 'b', "production is deploying*")]
    [InlineData("empty", 'b', "production is empty*")]
    [InlineData(
        "serving",
        'd',
        "production serves sha256:aaaaaaaaaaaa of commit dddddddddddd, not commit bbbbbbbbbbbb*Deploy*"
    )]
    public void Production_that_does_not_serve_this_commit_refuses_it(string state, char commit, string message)
    {
        var production = new ProductionState("production", state, Image(new string(commit, 40)), Url: null);

        Of(s_world, s_request with { Production = production })
            .Should()
            .ContainSingle()
            .Which.ToString()
            .Should()
            .Match(message);
    }

    [Fact]
    public void After_the_roll_production_serves_the_commit_below_it() =>
        Of(s_rolled, s_request with { Production = s_request.Production! with { Image = Image(s_roll) } })
            .Should()
            .ContainSingle()
            .Which.What.Should()
            .Contain("not commit bbbbbbbbbbbb");

    [Fact]
    public void A_support_branch_asks_for_an_image_and_not_for_production()
    {
        var support = s_world with { Branch = "support/1.x" };
        var elsewhere = s_request.Production! with { Image = Image(s_other) };

        Of(support, s_request with { Production = elsewhere }).Should().BeEmpty();
        Of(support, s_request with { Images = [] }).Should().ContainSingle().Which.What.Should().Contain("no image");
    }

    [Fact]
    public void Another_version_than_the_one_that_was_begun_is_refused() =>
        Of(s_rolled, s_request with { Given = new SemanticVersion(2, 0, 0) })
            .Should()
            .ContainSingle()
            .Which.ToString()
            .Should()
            .Match("A release of 1.1.0 was begun here, and 2.0.0 is asked for*git reset --keep bbbbbbbbbbbb*");

    [Fact]
    public void Once_the_tag_is_pushed_nothing_that_happened_since_stands_against_finishing()
    {
        var since = s_pushed with
        {
            Branch = null,
            Remote = RemoteState.Ahead,
            Changes = ["scratch.txt"],
            SigningFailure = "no secret key",
        };

        Of(since, s_request with { Production = null, Images = [] }).Should().BeEmpty();
    }

    [Fact]
    public void Everything_is_said_at_once() =>
        Of(s_world with { Changes = ["a"], HasEntries = false, SigningFailure = "none" }).Should().HaveCount(3);

    static IReadOnlyList<Refusal> Of(ReleaseWorld world, ReleaseRequest? request = null) =>
        [.. Refusals.Of(world, request ?? s_request, s_version)];

    static ReleasedImage Image(string commit) => new("sample:1", $"sha256:{new string('a', 64)}", commit);
}
