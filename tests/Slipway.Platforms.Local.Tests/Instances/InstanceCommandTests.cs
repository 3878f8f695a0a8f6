using Slipway.Delivery.Environments;
using Slipway.Delivery.State;
using Slipway.Images;
using Slipway.Platforms.Local.Instances;
using Slipway.Platforms.Local.Supervision;
using Slipway.Testing;

namespace Slipway.Platforms.Local.Tests.Instances;

public sealed class InstanceCommandTests : IDisposable
{
    readonly TempDirectory _directory = new();

    [Fact]
    public void Files_of_the_image_are_named_where_they_were_unpacked()
    {
        _directory.Write("root/app/Api.dll", "");

        var command = Command(["dotnet", "/app/Api.dll", "--urls", "/not/a/file"]);

        command.Program.Should().Be(HostFiles.DotNet());
        command.Arguments.Should().Equal(_directory["root/app/Api.dll"], "--urls", "/not/a/file");
        command.WorkingDirectory.Should().Be(_directory["root/app"]);
    }

    [Fact]
    public void A_program_of_the_image_is_started_where_it_was_unpacked()
    {
        Command(["/app/api"]).Program.Should().Be(_directory["root/app/api"]);
        Command(["./api"]).Program.Should().Be(_directory["root/app/api"]);
        Command(["java", "-jar"]).Program.Should().Be("java");
    }

    [Fact]
    public void Settings_win_over_what_the_image_says_and_the_data_directory_is_filled_in()
    {
        var variables = Command(["api"], ["MODE=image", "ONLY=image", "PATH=/usr/bin", "bare"]).Variables();

        variables
            .Should()
            .BeEquivalentTo(
                new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["MODE"] = "setting",
                    ["ONLY"] = "image",
                    ["Gallery__DataDirectory"] = Environment.Data,
                    ["SLIPWAY_ENVIRONMENT"] = "staging",
                }
            );
    }

    [Fact]
    public void An_instance_is_told_its_slot_and_where_to_listen()
    {
        var specification = Command(["api"])
            .Specification("green", new Instance("green-1", 20001), "/logs/green-1.log");

        specification.Name.Should().Be("green-1");
        specification.LogFile.Should().Be("/logs/green-1.log");
        specification.Environment["SLIPWAY_SLOT"].Should().Be("green");
        specification.Environment["ASPNETCORE_URLS"].Should().Be("http://127.0.0.1:20001");
    }

    public void Dispose() => _directory.Dispose();

    EnvironmentDirectory Environment => new StateDirectory(_directory.Path).Environment("staging");

    InstanceCommand Command(IReadOnlyList<string> entrypoint, IReadOnlyList<string>? variables = null) =>
        new(
            new EnvironmentSpec
            {
                Name = "staging",
                Port = 8081,
                Settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["MODE"] = "setting" },
            },
            Environment.Data,
            new UnpackedImage(
                Digest.Of("image"u8),
                _directory["root"],
                new ImageConfiguration
                {
                    Architecture = "amd64",
                    Os = "linux",
                    RootFileSystem = new RootFileSystem { DiffIds = [] },
                    Config = new ContainerConfiguration
                    {
                        Entrypoint = entrypoint,
                        Env = variables,
                        WorkingDirectory = "/app",
                    },
                }
            )
        );
}
