using System.Globalization;
using Slipway.Testing;

namespace Slipway.Images.Tests;

public class OciLayoutTests
{
    [Fact]
    public void A_missing_index_is_one_clear_error()
    {
        using var directory = new TempDirectory();
        TestImage.Build(directory);
        File.Delete(directory["layout/index.json"]);

        FluentActions
            .Invoking(() => OciLayout.Open(directory["layout"]).ReadIndex())
            .Should()
            .Throw<ImageException>()
            .WithMessage("*index.json is missing*");
    }

    [Theory]
    [InlineData("null", "*index.json is empty*")]
    [InlineData("{}", "*cannot be read*manifests*")]
    [InlineData("""{"manifests":null}""", "*cannot be read*")]
    [InlineData("""{"manifests":[{"mediaType":"x","digest":"sha512:00","size":1}]}""", "*cannot be read*'sha512:00'*")]
    public void An_index_of_another_form_is_one_clear_error(string json, string message)
    {
        using var directory = new TempDirectory();
        TestImage.Build(directory);
        File.WriteAllText(directory["layout/index.json"], json);

        FluentActions
            .Invoking(() => OciLayout.Open(directory["layout"]).FindManifest())
            .Should()
            .Throw<ImageException>()
            .WithMessage(message);
    }

    [Fact]
    public void An_entry_that_is_no_image_is_refused()
    {
        using var directory = new TempDirectory();
        using (var change = OciLayout.Change(directory["layout"], CancellationToken.None))
        {
            var blob = change.AddDocument(new LayoutMarker(), "application/json");
            change.Layout.WriteIndex(new ImageIndex { Manifests = [blob] });
        }

        FluentActions
            .Invoking(() => OciLayout.Open(directory["layout"]).FindManifest())
            .Should()
            .Throw<ImageException>()
            .WithMessage("*is no image but 'application/json'*");
    }

    [Fact]
    public void A_manifest_of_absurd_size_is_not_read_into_memory()
    {
        using var directory = new TempDirectory();
        TestImage.Build(directory);
        var layout = OciLayout.Open(directory["layout"]);

        layout
            .Invoking(_ => layout.ReadManifest(layout.FindManifest() with { Size = long.MaxValue }))
            .Should()
            .Throw<ImageException>()
            .WithMessage(string.Create(CultureInfo.InvariantCulture, $"*claims {long.MaxValue} bytes*"));
    }

    [Fact]
    public void A_held_layout_is_waited_for_and_then_refused_naming_the_lock()
    {
        using var directory = new TempDirectory();
        using var held = LayoutLock.Take(directory.Path, TimeSpan.Zero, CancellationToken.None);

        FluentActions
            .Invoking(() => LayoutLock.Take(directory.Path, TimeSpan.Zero, CancellationToken.None))
            .Should()
            .Throw<ImageException>()
            .WithMessage($"*is in use: process {Environment.ProcessId} (*) has held *.lock*");
    }

    [Fact]
    public async Task Who_holds_a_layout_is_told_long_before_the_wait_is_over()
    {
        using var directory = new TempDirectory();
        var told = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var held = LayoutLock.Take(directory.Path, TimeSpan.Zero, CancellationToken.None);
        var waiting = Task.Run(() =>
            LayoutLock.Take(directory.Path, TimeSpan.FromMinutes(5), CancellationToken.None, told.SetResult)
        );

        var said = await told.Task.WaitAsync(TimeSpan.FromMinutes(1));
        await held.DisposeAsync();

        said.Should()
            .Match($"Waiting for process {Environment.ProcessId} (*), which uses {directory.Path}, for 300 s at most");
        await using var taken = await waiting;
    }

    [Fact]
    public async Task A_freed_layout_is_taken()
    {
        using var directory = new TempDirectory();
        var held = LayoutLock.Take(directory.Path, TimeSpan.Zero, CancellationToken.None);
        var waiting = Task.Run(() => LayoutLock.Take(directory.Path, TimeSpan.FromMinutes(1), CancellationToken.None));

        await held.DisposeAsync();

        await using var taken = await waiting;
        taken.CanWrite.Should().BeTrue();
    }

    [Fact]
    public void Waiting_ends_when_cancelled()
    {
        using var directory = new TempDirectory();
        using var held = LayoutLock.Take(directory.Path, TimeSpan.Zero, CancellationToken.None);
        using var cancelled = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));

        FluentActions
            .Invoking(() => LayoutLock.Take(directory.Path, TimeSpan.FromMinutes(1), cancelled.Token))
            .Should()
            .Throw<OperationCanceledException>();
    }
}
