using System.Collections.Concurrent;
using Slipway.Testing;
using Slipway.Workflows.Running.Checkouts;

namespace Slipway.Workflows.Tests.Running.Checkouts;

public sealed class ReadyCheckoutsTests : IAsyncLifetime
{
    readonly TempDirectory _place = new();

    /// <summary>Each checkout that was made, where it was made.</summary>
    readonly BlockingCollection<string> _made = [];
    GitRepository _repository = null!;
    ReadyCheckouts _checkouts = null!;
    Func<string, Task> _handOver = _ => Task.CompletedTask;

    public async Task InitializeAsync()
    {
        _repository = await GitRepository.CreateAsync();
        _repository.Write("file", "one");
        await _repository.CommitAsync("feat: one");
        _repository.Write("file", "two");
        await _repository.CommitAsync("feat: two");
        _checkouts = await CheckoutsAsync();
    }

    public async Task DisposeAsync()
    {
        await _checkouts.DisposeAsync();
        _repository.Dispose();
        _place.Dispose();
        _made.Dispose();
    }

    [Fact]
    public async Task One_like_the_last_is_made_ahead_and_is_like_one_made_now()
    {
        _checkouts.Keep(1);

        await MakeAsync("first");
        await MakeAsync("second/below");

        Made(2).Should().Equal(_place["first"], _place["ready/1"]);
        Directory.Exists(_place["ready/1"]).Should().BeFalse("it is where it was asked for");
        File.ReadAllText(_place["second/below/file"]).Should().Be("two");
        (await GitAsync("second/below", "status", "--porcelain")).Should().BeEmpty();
        (await GitAsync("second/below", "symbolic-ref", "--short", "HEAD")).Should().Be("main");
    }

    [Fact]
    public async Task Another_depth_or_commit_is_made_now()
    {
        var before = await _repository.RunAsync("rev-parse", "HEAD~1");
        _checkouts.Keep(1);
        await MakeAsync("first");

        await MakeAsync("shallow", isShallow: true);
        await MakeAsync("older", before.Trim());

        (await GitAsync("shallow", "rev-list", "--count", "HEAD")).Should().Be("1");
        File.ReadAllText(_place["older/file"]).Should().Be("one");
    }

    [Fact]
    public async Task Without_a_place_none_is_made()
    {
        await using (var checkouts = await CheckoutsAsync())
            await checkouts.MakeAsync(_place["first"], null, isShallow: false, default);

        Directory.Exists(_place["ready"]).Should().BeFalse();
    }

    [Fact]
    public async Task Where_it_cannot_be_made_ahead_it_is_made_when_it_is_asked_for()
    {
        _handOver = checkout =>
            checkout == _place["ready/1"] ? throw new IOException("the disk is full") : Task.CompletedTask;
        _checkouts.Keep(1);
        await MakeAsync("first");

        await MakeAsync("second");

        File.ReadAllText(_place["second/file"]).Should().Be("two");
        Made(3).Should().Contain(_place["second"]);
    }

    async Task<ReadyCheckouts> CheckoutsAsync() =>
        new(
            await RepositoryState.ReadAsync(_repository.Path, default),
            _place["ready"],
            async checkout =>
            {
                await _handOver(checkout);
                _made.Add(checkout);
            }
        );

    Task MakeAsync(string name, string? commit = null, bool isShallow = false) =>
        _checkouts.MakeAsync(_place[name], commit, isShallow, default);

    List<string> Made(int count) =>
        [.. Enumerable.Range(0, count).Select(_ => _made.TryTake(out var made, 30_000) ? made : "none")];

    async Task<string> GitAsync(string name, params string[] arguments) =>
        (await _repository.RunAsync(["-C", _place[name], .. arguments])).Trim();
}
