using Slipway.Components.Running;
using Slipway.Databases;
using Slipway.Testing;
using Slipway.Workflows.Model;
using Slipway.Workflows.Running;
using Slipway.Workflows.Running.Runs;

namespace Slipway.Components.Tests.Running;

public sealed class ServicesHereTests
{
    // No registry listens there: with a Docker engine and without one, the image cannot be had.
    const string Nowhere = "127.0.0.1:1";

    [SkippableFact]
    public async Task A_server_of_this_machine_stands_for_a_postgres_image_that_cannot_be_had_and_says_so()
    {
        var log = new Lines();
        var request = new ServiceRequest("db", new Container($"{Nowhere}/postgres:17") { Ports = ["5432"] }, "/", log);
        try
        {
            await using var service = await new ServicesHere().StartAsync(request, default);

            service.Ports.Should().ContainKey("5432");
            log.Said.Should()
                .Contain(line => line.Contains($"stands for {Nowhere}/postgres:17: ", StringComparison.Ordinal));
        }
        catch (StepException failure) when (failure.InnerException is PostgresUnavailableException)
        {
            Servers.Require(present: false, failure.Message);
        }
    }

    [Fact]
    public async Task Nothing_stands_for_another_image() =>
        await FluentActions
            .Awaiting(() =>
                new ServicesHere().StartAsync(
                    new ServiceRequest("cache", new Container($"{Nowhere}/redis:8"), "/", new Lines()),
                    default
                )
            )
            .Should()
            .ThrowAsync<StepException>()
            .WithMessage($"*{Nowhere}/redis:8*");

    sealed class Lines : IStepLog
    {
        public List<string> Said { get; } = [];

        public void Write(LogLine line) => Said.Add(line.Text);
    }
}
