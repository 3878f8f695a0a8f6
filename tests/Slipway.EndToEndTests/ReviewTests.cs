using System.Text.Json.Nodes;

namespace Slipway.EndToEndTests;

/// <summary>Environments that come and go with a branch.</summary>
[Collection(CloneCollection.Name)]
public sealed class ReviewTests(Clone clone)
{
    [Fact]
    public async Task Destroy_expired_takes_down_the_reviews_whose_time_is_over_and_nothing_else()
    {
        await clone.Site.ServeGoodAsync();
        foreach (var review in (string[])["review-old", "review-young"])
        {
            var deploy = await clone.Site.BuildAsync("Deploy", "--environment", review, "--skip");
            deploy.ExitCode.Should().Be(0, deploy.All);
        }

        Expire("review-old");

        var destroy = await clone.Site.BuildAsync("Destroy", "--expired");

        destroy.ExitCode.Should().Be(0, destroy.All);
        destroy.Output.Should().Contain("review-old had expired and is gone").And.NotContain("review-young");
        Directory.Exists(DirectoryOf("review-old")).Should().BeFalse();
        var young = await clone.Site.StatusAsync("review-young");
        young.GetProperty("state").GetString().Should().Be("serving");
        (await Site.CommitAtAsync(clone.Site.Staging)).Should().Be(clone.Good);
    }

    void Expire(string environment)
    {
        var file = Path.Combine(DirectoryOf(environment), "environment.json");
        var facts = JsonNode.Parse(File.ReadAllText(file))!;
        facts["expiresAt"]!.GetValue<DateTimeOffset>().Should().BeAfter(TimeProvider.System.GetUtcNow());
        facts["expiresAt"] = TimeProvider.System.GetUtcNow().AddMinutes(-1);
        File.WriteAllText(file, facts.ToJsonString());
    }

    string DirectoryOf(string environment) => Path.Combine(clone.Site.State, "environments", environment);
}
