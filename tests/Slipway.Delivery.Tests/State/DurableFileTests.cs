using Slipway.Delivery.State;
using Slipway.Delivery.Tests.Support;
using Slipway.Testing;

namespace Slipway.Delivery.Tests.State;

public sealed class DurableFileTests : IDisposable
{
    readonly TempDirectory _directory = new();

    [Fact]
    public void A_new_file_replaces_the_old_one()
    {
        var path = _directory.Write("state.json", "old");

        DurableFile.Write(path, "new"u8, Disk.Real);

        File.ReadAllText(path).Should().Be("new");
        Directory.GetFiles(_directory.Path).Should().Equal(path);
    }

    [Fact]
    public void A_full_disk_leaves_the_old_file_whole_and_nothing_beside_it()
    {
        var path = _directory.Write("state.json", "old");

        FluentActions
            .Invoking(() => DurableFile.Write(path, "something longer"u8, new FullDisk(fullFrom: 1)))
            .Should()
            .Throw<IOException>()
            .WithMessage($"{path} could not be written; the old one is unchanged. No space left on device*");

        File.ReadAllText(path).Should().Be("old");
        Directory.GetFiles(_directory.Path).Should().Equal(path);
    }

    [Fact]
    public void Killed_at_any_point_there_is_the_old_file_or_the_new_one()
    {
        for (var point = 1; ; point++)
        {
            var path = _directory.Write("state.json", "old");
            var fuse = new Fuse(point);
            try
            {
                DurableFile.Write(path, "new"u8, new FusedDisk(fuse));
            }
            catch (IOException) when (fuse.IsDead) { }

            File.ReadAllText(path).Should().BeOneOf("old", "new");
            if (!fuse.IsDead)
                return;
        }
    }

    [Fact]
    public void A_missing_file_is_null() =>
        DurableFile.ReadJson<EnvironmentFacts>(_directory["nothing/here.json"]).Should().BeNull();

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"name":"x","unknown":1}""")]
    public void A_damaged_file_is_one_clear_error(string content)
    {
        var path = _directory.Write("environment.json", content);

        FluentActions
            .Invoking(() => DurableFile.ReadJson<EnvironmentFacts>(path))
            .Should()
            .Throw<DeliveryException>()
            .WithMessage($"{path} is damaged:*");
    }

    [Fact]
    public void A_file_of_a_newer_Slipway_says_so()
    {
        var path = _directory.Write("environment.json", """{"format":2,"wonder":true}""");

        FluentActions
            .Invoking(() => DurableFile.ReadJson<EnvironmentFacts>(path))
            .Should()
            .Throw<DeliveryException>()
            .WithMessage("*written by a newer Slipway (format 2)*");
    }

    public void Dispose() => _directory.Dispose();
}
