using FsCheck;
using FsCheck.Fluent;
using Nuke.Common.CI;
using Nuke.Common.Execution;

namespace Nuke.Common.Tests.CI;

public class PartitionTests
{
    [Fact]
    public void A_partition_is_written_as_part_and_total()
    {
        var partition = (Partition)ValueConversion.Convert("2/3", typeof(Partition))!;

        (partition.Part, partition.Total).Should().Be((2, 3));
        partition.ToString().Should().Be("2/3");
    }

    [Theory]
    [InlineData("3")]
    [InlineData("0/3")]
    [InlineData("4/3")]
    [InlineData("a/b")]
    public void What_is_no_partition_says_how_to_write_one(string text)
    {
        var convert = () => ValueConversion.Convert(text, typeof(Partition));

        convert.Should().Throw<FormatException>().WithMessage($"'{text}' is no partition; write it as part/total*");
    }

    [Fact]
    public void All_parts_together_are_the_whole_and_share_nothing() =>
        Prop.ForAll(
                Gen.Choose(1, 7).Zip(Gen.Choose(0, 40)).ToArbitrary(),
                x =>
                {
                    var work = Enumerable.Range(0, x.Item2).ToList();
                    var parts = Enumerable
                        .Range(1, x.Item1)
                        .SelectMany(part => new Partition { Part = part, Total = x.Item1 }.GetCurrent(work));
                    return parts.Order().SequenceEqual(work);
                }
            )
            .QuickCheckThrowOnFailure();
}
