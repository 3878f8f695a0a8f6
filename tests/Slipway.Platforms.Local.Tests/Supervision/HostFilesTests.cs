using Slipway.Platforms.Local.Supervision;
using Slipway.Testing;

namespace Slipway.Platforms.Local.Tests.Supervision;

public sealed class HostFilesTests : IDisposable
{
    readonly TempDirectory _directory = new();

    public HostFilesTests()
    {
        _directory.Write("hosts/gateway/Slipway.Gateway.dll", "1");
        _directory.Write("hosts/gateway/runtimes/linux/a.so", "2");
    }

    HostFiles Hosts => new(_directory["hosts"], _directory["state"]);

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_program_runs_from_a_copy_of_all_its_files()
    {
        var program = Hosts.Gateway();

        program.Should().StartWith(_directory["state/hosts/gateway/"]).And.EndWith("/Slipway.Gateway.dll");
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(program)!, "runtimes/linux/a.so")).Should().Be("2");
    }

    [Fact]
    public void The_same_files_have_one_copy_and_changed_ones_another()
    {
        var first = Hosts.Gateway();
        var second = Hosts.Gateway();
        _directory.Write("hosts/gateway/runtimes/linux/a.so", "3");
        var third = Hosts.Gateway();

        second.Should().Be(first);
        third.Should().NotBe(first);
        Directory.GetDirectories(_directory["state/hosts/gateway"]).Should().HaveCount(2);
    }

    [Fact]
    public void Builds_that_race_end_with_one_whole_copy()
    {
        var programs = new string[8];

        Parallel.For(0, programs.Length, index => programs[index] = Hosts.Gateway());

        programs.Distinct().Should().ContainSingle();
        Directory.GetDirectories(_directory["state/hosts/gateway"]).Should().ContainSingle();
    }

    [Fact]
    public void A_missing_program_is_named()
    {
        var place = () => Hosts.Supervisor();

        place
            .Should()
            .Throw<FileNotFoundException>()
            .WithMessage("Slipway.Supervisor.dll is not in *hosts/supervisor*");
    }
}
