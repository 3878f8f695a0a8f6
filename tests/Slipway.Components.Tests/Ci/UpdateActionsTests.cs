using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Common.Tooling;
using Slipway.Components.Ci;
using Slipway.Testing;
using Slipway.Workflows.Pins;

namespace Slipway.Components.Tests.Ci;

/// <summary>From real repositories with tags.</summary>
public sealed class UpdateActionsTests : IAsyncLifetime
{
    readonly TempDirectory _root = new();
    readonly TempDirectory _server = new();
    GitRepository _action = null!;

    public async Task InitializeAsync()
    {
        _action = await GitRepository.CreateAsync();
        Directory.CreateDirectory(_server["acme"]);
        Directory.CreateSymbolicLink(_server["acme/thing"], _action.Path);
    }

    public Task DisposeAsync()
    {
        _action.Dispose();
        _server.Dispose();
        _root.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_pin_moves_to_the_newest_release_of_its_major_and_a_newer_major_is_only_told()
    {
        await TagAsync("v1.0.0");
        var newest = await TagAsync("v1.2.0");
        await TagAsync("v2.0.0");
        Pin("v1");

        await UpdateAsync();
        await UpdateAsync();

        ActionPins.Read(_root.Path).Actions.Find("acme/thing").Should().Be(new ActionPin("v1.2.0", newest));
    }

    [Fact]
    public async Task A_tag_that_somebody_has_moved_changes_nothing()
    {
        await TagAsync("v1.0.0");
        Pin("v1.0.0\", \"commit\": \"" + new string('0', 40));
        var before = await File.ReadAllTextAsync(_root[ActionPins.File]);

        await FluentActions.Awaiting(UpdateAsync).Should().ThrowAsync<Exception>().WithMessage("*somebody has moved*");

        (await File.ReadAllTextAsync(_root[ActionPins.File])).Should().Be(before);
    }

    async Task<string> TagAsync(string tag)
    {
        var commit = await _action.CommitAsync($"feat: {tag}");
        await _action.RunAsync("tag", "--annotate", "--message", tag, tag);
        return commit;
    }

    void Pin(string version) => _root.Write(ActionPins.File, $$"""{ "acme/thing": { "version": "{{version}}" } }""");

    Task UpdateAsync() => UpdateActionsCommand.RunAsync(new PinnedBuild(_root.Path), _server.Path);

    sealed class PinnedBuild(string root) : NukeBuild, INukeBuild
    {
        AbsolutePath INukeBuild.RootDirectory => root;

        void INukeBuild.ReportSummary(Configure<Dictionary<string, string>> configurator) => configurator([]);
    }
}
