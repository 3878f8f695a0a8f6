namespace Slipway.EndToEndTests;

/// <summary>Whatever is wrong with a new revision, the old one goes on serving and nothing of the new one stays.</summary>
[Collection(CloneCollection.Name)]
public sealed class FailingRevisionTests(Clone clone)
{
    [Fact]
    public async Task One_that_exits_at_once_fails_with_its_last_words()
    {
        await clone.Site.ServeGoodAsync();
        await clone.TroubledAsync();
        clone.Trouble.Exit();

        var deploy = await clone.Site.DeployPushedAsync();

        deploy.ShouldFailPlainly("exited with code 3", "The gallery is out of order.", "Log: ");
        await ShouldServeGoodAloneAsync();
    }

    [Fact]
    public async Task One_that_never_becomes_ready_is_given_up()
    {
        await clone.Site.ServeGoodAsync();
        await clone.TroubledAsync();
        clone.Trouble.Hang();

        var deploy = await clone.Site.DeployPushedAsync();

        deploy.ShouldFailPlainly("was not ready within 20 s", "Log: ");
        await ShouldServeGoodAloneAsync();
    }

    [Fact]
    public async Task One_that_answers_smoke_with_500_is_never_shown_to_a_user()
    {
        await clone.Site.ServeGoodAsync();
        await clone.TroubledAsync();
        clone.Trouble.Fail();

        await using var loop = new RequestLoop($"http://127.0.0.1:{clone.Site.Staging}/version");
        var deploy = await clone.Site.DeployPushedAsync();

        deploy.ShouldFailPlainly("Smoke check GET /version", "answered 500", "Log: ");
        loop.Failures.Should().BeEmpty();
        await ShouldServeGoodAloneAsync();
    }

    [Fact]
    public async Task A_broken_migration_starts_nothing()
    {
        await clone.Site.ServeGoodAsync();
        await clone.WriteAsync(
            "src/TinyGallery.Api/Data/Migrations/Sqlite/0002_broken.sql",
            "ALTER TABLE nowhere ADD x;"
        );
        await clone.WriteAsync(
            "src/TinyGallery.Api/Data/Migrations/Postgres/0002_broken.sql",
            "ALTER TABLE nowhere ADD x;"
        );
        await clone.CommitAsync("feat: a broken migration");

        var deploy = await clone.Site.BuildAsync(["Deploy", "--environment", "staging", .. Clone.Unverified]);

        deploy.ShouldFailPlainly("The migrations failed", "0002_broken", "nowhere", "Log: ");
        await ShouldServeGoodAloneAsync();
    }

    [Fact]
    public async Task A_truncated_layer_is_found_before_anything_starts_and_pushing_again_repairs_it()
    {
        var site = clone.NewSite();
        await clone.CheckoutAsync(clone.Good);
        await site.PushAsync();
        var layer = new DirectoryInfo(Path.Combine(site.State, "store", "blobs", "sha256"))
            .GetFiles()
            .MaxBy(blob => blob.Length)!;
        await using (var file = new FileStream(layer.FullName, FileMode.Open))
            file.SetLength(file.Length / 2);

        var damaged = await site.DeployPushedAsync();
        damaged.ShouldFailPlainly(layer.Name);

        var repaired = await site.BuildAsync(["Deploy", "--environment", "staging", .. Clone.Unverified]);
        repaired.ExitCode.Should().Be(0, repaired.All);
        (await Site.CommitAtAsync(site.Staging)).Should().Be(clone.Good);
    }

    async Task ShouldServeGoodAloneAsync()
    {
        (await Site.CommitAtAsync(clone.Site.Staging)).Should().Be(clone.Good);
        var staging = await clone.Site.StatusAsync("staging");
        staging.GetProperty("state").GetString().Should().Be("serving");
        staging.GetProperty("lastDeployment").GetProperty("result").GetString().Should().Be("rolled-back");
        staging
            .GetProperty("slots")
            .EnumerateArray()
            .Should()
            .OnlyContain(slot => slot.GetProperty("healthy").GetBoolean());
    }
}
