using Slipway.Delivery.Approvals;

namespace Slipway.Delivery.Tests.Approvals;

public sealed class ApprovalPolicyTests
{
    static readonly ApprovalPolicy s_two = new() { People = 2 };
    static readonly ApprovalPolicy s_notTheAuthor = new() { NeverTheAuthor = true };

    [Fact]
    public void One_person_is_enough_unless_said_otherwise()
    {
        new ApprovalPolicy().Missing([By("ada")]).Should().Be(0);
        new ApprovalPolicy().Missing([]).Should().Be(1);
    }

    [Fact]
    public void The_same_person_twice_is_one()
    {
        s_two.Missing([By("ada"), By("Ada")]).Should().Be(1);
        s_two.Missing([By("ada"), By("bob")]).Should().Be(0);
        s_two.WhyNot("ada", author: null, [By("ada")]).Should().Contain("2 different people");
    }

    [Fact]
    public void The_author_counts_unless_said_otherwise() =>
        new ApprovalPolicy().WhyNot("ada", author: "ada", []).Should().BeNull();

    [Fact]
    public void Never_the_author_means_so_however_the_address_is_spelled()
    {
        s_notTheAuthor.WhyNot("Ada@Example.org", "ada@example.org", []).Should().Contain("is the author");
        s_notTheAuthor.WhyNot("bob@example.org", "ada@example.org", []).Should().BeNull();
    }

    [Fact]
    public void An_author_whom_nobody_knows_could_be_anybody() =>
        s_notTheAuthor.WhyNot("bob", author: null, []).Should().Contain("git fetch");

    static Approval By(string who) => new(new string('f', 64), who, default);
}
