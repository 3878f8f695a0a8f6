using Slipway.Components.Tests.Support;

namespace Slipway.Components.Tests.Shipping;

public sealed class ContractTests
{
    [Fact]
    public async Task A_contract_waits_for_its_release_in_every_declared_environment()
    {
        await using var site = await SampleSite.CreateAsync();
        var first = await site.DeployAsync("staging");
        await site.CommitAsync("feat: less");

        await site.Awaiting(s => s.DeployAsync("production", pending: Contract("9.0.0")))
            .Should()
            .ThrowAsync<BuildException>()
            .WithMessage(
                $"0002_less takes away what releases before 9.0.0 use, and live is {first.Environments.Revision.Version} in staging.*"
            );

        (await site.StatusAsync())["production"].State.Should().Be("empty");
    }

    [Fact]
    public async Task A_contract_whose_release_is_live_is_in_the_plan_with_its_risk()
    {
        await using var site = await SampleSite.CreateAsync();
        await site.GitAsync("tag", "v0.0.1");
        await site.DeployAsync("staging");
        await site.CommitAsync("feat: less");

        var run = await site.DeployAsync("staging", pending: Contract("0.0.1"));

        RunRecord
            .Of(run)
            .Plan!.Migrations!.Pending.Should()
            .ContainSingle()
            .Which.Risks.Should()
            .Equal("drop-table: drops the table a");
    }

    static string Contract(string after) =>
        $$"""
            {
              "database": "sqlite", "applied": 1, "last": "0001_begin",
              "pending": [
                {
                  "name": "0002_less", "checksum": "aa", "phase": "contract", "contractAfter": "{{after}}",
                  "sql": "-- phase: contract\n-- contract-after: {{after}}\nDROP TABLE a;"
                }
              ]
            }
            """;
}
