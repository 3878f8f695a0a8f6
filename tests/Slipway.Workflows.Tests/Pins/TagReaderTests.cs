using Slipway.Testing;
using Slipway.Workflows.Pins;

namespace Slipway.Workflows.Tests.Pins;

/// <summary>Real repositories, on this machine.</summary>
public sealed class TagReaderTests : IDisposable
{
    readonly TempDirectory _server = new();

    [Fact]
    public async Task Tags_are_read_from_the_repositories_of_the_actions()
    {
        var repository = _server["acme/thing"];
        Directory.CreateDirectory(repository);
        await Git("init", "-q");
        await Git("commit", "-q", "--allow-empty", "-m", "one");
        await Git("tag", "-a", "v1.0.0", "-m", "annotated");
        var commit = (await Git("rev-parse", "HEAD")).Trim();

        var pins = new ActionPins([new("acme/thing/dir", new ActionPin("v1", null))]);
        var tags = await new TagReader(_server.Path).ReadAsync(pins);

        ActionUpdate.Of(pins, tags).Pins.Actions.Find("acme/thing/dir").Should().Be(new ActionPin("v1.0.0", commit));

        async Task<string> Git(params string[] arguments)
        {
            var result = await CommandLine.RunAsync(
                "git",
                ["-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "tag.gpgSign=false", .. arguments],
                repository
            );
            result.ExitCode.Should().Be(0, result.All);
            return result.Output;
        }
    }

    [Fact]
    public async Task A_repository_that_is_not_there_is_an_error_that_names_it()
    {
        var pins = new ActionPins([new("acme/none", new ActionPin("v1", null))]);

        var read = () => new TagReader(_server.Path).ReadAsync(pins);

        (await read.Should().ThrowAsync<WorkflowException>()).WithMessage("*acme/none does not list its tags: *");
    }

    public void Dispose() => _server.Dispose();
}
