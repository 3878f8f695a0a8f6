using System.Diagnostics;
using System.Runtime.Versioning;
using Slipway.Testing;
using Slipway.Workflows.Running.Checkouts;

namespace Slipway.Workflows.Tests.Running.Checkouts;

[UnsupportedOSPlatform("windows")]
public sealed class RunPlaceTests : IDisposable
{
    readonly TempDirectory _directory = new();

    string Records => _directory["records"];

    string Temporary => Directory.CreateDirectory(_directory["tmp"]).FullName;

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void It_is_private_and_goes_with_the_run()
    {
        string directory;
        using (var place = Open())
        {
            directory = place.Directory;
            File.GetUnixFileMode(directory)
                .Should()
                .Be(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            File.WriteAllText(Path.Combine(directory, "file"), "");
        }

        Directory.Exists(directory).Should().BeFalse();
        Directory.EnumerateFileSystemEntries(Records).Should().BeEmpty();
    }

    [Fact]
    public void What_is_large_goes_with_its_job_and_the_rest_with_the_run()
    {
        using var place = RunPlace.Open(Records, Temporary);
        var job = Directory.CreateDirectory(Path.Combine(place.Directory, "1", "sub")).FullName;
        File.WriteAllText(Path.Combine(job, "small"), "");
        File.WriteAllBytes(Path.Combine(job, "large"), new byte[64 * 1024]);
        File.WriteAllBytes(_directory["elsewhere"], new byte[64 * 1024]);
        File.CreateSymbolicLink(Path.Combine(job, "link"), _directory["elsewhere"]);

        RunPlace.Free(Path.Combine(place.Directory, "1"));

        File.Exists(Path.Combine(job, "large")).Should().BeFalse();
        File.Exists(Path.Combine(job, "small")).Should().BeTrue();
        File.Exists(_directory["elsewhere"]).Should().BeTrue("a link is not followed");
    }

    [Fact]
    public void A_directory_that_is_gone_needs_no_room() =>
        FluentActions.Invoking(() => RunPlace.Free(_directory["gone"])).Should().NotThrow();

    [Fact]
    public async Task The_next_run_removes_what_a_killed_one_left_and_ends_what_works_there()
    {
        var left = Directory.CreateDirectory(Path.Combine(Temporary, "slipway-run-killed", "job")).Parent!.FullName;
        Directory.CreateDirectory(Records);
        await File.WriteAllTextAsync(Path.Combine(Records, "slipway-run-killed"), left);
        using var working = Process.Start(
            new ProcessStartInfo("sleep", ["600"]) { WorkingDirectory = Path.Combine(left, "job") }
        )!;

        using var next = Open();

        Directory.Exists(left).Should().BeFalse();
        Directory.EnumerateFiles(Records).Should().ContainSingle();
        if (OperatingSystem.IsLinux())
            await working.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token);
        else
            working.Kill();
    }

    [Fact]
    public void A_run_that_is_at_work_is_left_alone()
    {
        using var one = Open();
        using var other = Open();

        Directory.Exists(one.Directory).Should().BeTrue();
        Directory.EnumerateFiles(Records).Should().HaveCount(2);
    }

    [Fact]
    public void A_record_that_names_another_directory_removes_nothing()
    {
        Directory.CreateDirectory(Records);
        File.WriteAllText(Path.Combine(Records, "odd"), Temporary);

        Open().Dispose();

        Directory.Exists(Temporary).Should().BeTrue();
    }

    RunPlace Open() => RunPlace.Open(Records, Temporary);
}
