using FsCheck;
using FsCheck.Fluent;
using Slipway.Delivery.Gates;

namespace Slipway.Delivery.Tests.Gates;

public sealed class ProportionTestTests
{
    /// <summary>The lady who tastes whether milk was poured first, from Fisher's book.</summary>
    [Theory]
    [InlineData(4, 4, 0, 4, 1.0 / 70)]
    [InlineData(3, 4, 1, 4, 17.0 / 70)]
    public void It_agrees_with_the_published_example(long first, long ofFirst, long second, long ofSecond, double p) =>
        ProportionTest.IsLarger(first, ofFirst, second, ofSecond).Should().BeApproximately(p, 1e-12);

    /// <summary>Sums of binomial coefficients in exact fractions.</summary>
    [Theory]
    [InlineData(1, 100, 0, 900, 0.1)]
    [InlineData(3, 10, 0, 10, 0.10526315789473684)]
    [InlineData(12, 400, 20, 3600, 2.981901354265976e-05)]
    [InlineData(7, 1000, 9, 9000, 0.0004975815402657931)]
    [InlineData(50, 2000, 400, 20000, 0.08017961807926226)]
    [InlineData(200, 10000, 180, 10000, 0.1625416162311065)]
    [InlineData(999, 1000, 1990, 2000, 0.07477553729244482)]
    [InlineData(0, 100, 5, 100, 1)]
    [InlineData(0, 0, 0, 0, 1)]
    public void It_agrees_with_exact_fractions(long first, long ofFirst, long second, long ofSecond, double p) =>
        ProportionTest.IsLarger(first, ofFirst, second, ofSecond).Should().BeApproximately(p, p * 1e-9);

    [Fact]
    public void Millions_of_requests_take_no_noticeable_time_and_no_nonsense()
    {
        var same = ProportionTest.IsLarger(500_000, 5_000_000, 5_000_000, 50_000_000);
        var worse = ProportionTest.IsLarger(510_000, 5_000_000, 5_000_000, 50_000_000);

        same.Should().BeApproximately(0.5, 0.01);
        worse.Should().BeLessThan(1e-40);
    }

    [Fact]
    public void One_more_error_never_speaks_for_a_slot()
    {
        Prop.ForAll(
                Counts().ToArbitrary(),
                counts =>
                {
                    var (first, ofFirst, second, ofSecond) = counts;
                    var p = ProportionTest.IsLarger(first, ofFirst, second, ofSecond);
                    p.Should().BeInRange(0, 1);
                    if (first < ofFirst)
                        ProportionTest
                            .IsLarger(first + 1, ofFirst, second, ofSecond)
                            .Should()
                            .BeLessThanOrEqualTo(p + 1e-9);
                }
            )
            .QuickCheckThrowOnFailure();
    }

    static Gen<(int First, int OfFirst, int Second, int OfSecond)> Counts() =>
        from ofFirst in Gen.Choose(1, 3000)
        from first in Gen.Choose(0, ofFirst)
        from ofSecond in Gen.Choose(1, 30_000)
        from second in Gen.Choose(0, ofSecond)
        select (first, ofFirst, second, ofSecond);
}
