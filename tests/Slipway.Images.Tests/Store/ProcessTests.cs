using System.Diagnostics;
using System.Globalization;
using Slipway.Testing;

namespace Slipway.Images.Tests;

/// <summary>Several processes on one store, and processes that die.</summary>
public class ProcessTests
{
    [Fact]
    public async Task Two_processes_push_to_one_store_and_lose_nothing()
    {
        using var directory = new TempDirectory();
        TestImage.Build(directory, "first", "one");
        TestImage.Build(directory, "second", "two");

        var results = await Task.WhenAll(
            RunAsync("push", directory["first"], directory["store"], "a", "15"),
            RunAsync("push", directory["second"], directory["store"], "b", "15")
        );

        results.Select(result => (result.ExitCode, result.Error)).Should().AllBeEquivalentTo((0, ""));
        var store = new OciStore(directory["store"]);
        store.List().Should().HaveCount(30).And.OnlyContain(image => image.Reference != null);
        Directory.GetFiles(directory["store/blobs/sha256"]).Should().HaveCount(6);
    }

    [Fact]
    public async Task A_push_killed_at_any_moment_leaves_a_whole_store()
    {
        using var directory = new TempDirectory();
        var image = TestImage.Build(directory);
        for (var kill = 0; kill < 6; kill++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"kill{kill}");
            await KillAfterAsync(1 + kill, "push", directory["layout"], directory["store"], name, "100000");
            var store = new OciStore(directory["store"]);
            store.List().Where(one => one.Digest != image.Digest || one.Reference is null).Should().BeEmpty();
            store.Push(directory["layout"], TestImage.Reference);
            store.Resolve(TestImage.Reference.ToString()).Digest.Should().Be(image.Digest);
            store.Unpack(image.Digest, directory[name]).Digest.Should().Be(image.Digest);
            Directory.GetFiles(directory["store/.incoming"]).Should().BeEmpty();
            // Now and then the next one has to write the blobs anew.
            if (kill % 2 == 0)
                Directory.Delete(directory["store/blobs/sha256"], recursive: true);
        }
    }

    [Fact]
    public async Task An_unpacking_killed_at_any_moment_leaves_a_whole_tree_or_none()
    {
        using var directory = new TempDirectory();
        var image = TestImage.Build(directory);
        var store = new OciStore(directory["store"]);
        store.Push(directory["layout"], TestImage.Reference);
        var expected = TreeDigest.Of(store.Unpack(image.Digest, directory["expected"]).Root, CancellationToken.None);
        for (var kill = 0; kill < 6; kill++)
        {
            await KillAfterAsync(
                1 + kill,
                "unpack",
                directory["store"],
                image.Digest.ToString(),
                directory["run"],
                "100000"
            );

            var unpacked = store.Unpack(image.Digest, directory["run"]);

            TreeDigest.Of(unpacked.Root, CancellationToken.None).Should().Be(expected);
            Directory.GetDirectories(directory.Path, "run.tmp-*").Should().BeEmpty();
        }
    }

    static string DotNet => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    static Task<CommandResult> RunAsync(params string[] arguments) =>
        CommandLine.RunAsync(DotNet, [typeof(ProcessTests).Assembly.Location, .. arguments]);

    /// <summary>Kills the program, without any warning, once it has said this many lines.</summary>
    static async Task KillAfterAsync(int lines, params string[] arguments)
    {
        var start = new ProcessStartInfo(DotNet, [typeof(ProcessTests).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        try
        {
            for (var line = 0; line < lines; line++)
                (await process.StandardOutput.ReadLineAsync())
                    .Should()
                    .NotBeNull("the program runs until it is killed");
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }
}
