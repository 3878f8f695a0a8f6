using TinyGallery.Api.Http;

namespace TinyGallery.UnitTests.Http;

public sealed class PageTests
{
    static readonly Guid[] Ids = [Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7()];

    [Fact]
    public void The_row_too_many_is_not_shown_but_makes_a_next_page()
    {
        var page = Page<Guid>.From(Ids, limit: 2, id => id);

        page.Items.Should().Equal(Ids[0], Ids[1]);
        PageToken.TryParse(page.Next, out var last).Should().BeTrue();
        last.Should().Be(Ids[1]);
    }

    [Fact]
    public void A_page_that_is_just_full_is_the_last()
    {
        Page<Guid>.From(Ids, limit: 3, id => id).Next.Should().BeNull();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(PageRequest.MaxLimit + 1)]
    public void A_limit_outside_its_range_is_a_problem(int limit)
    {
        PageRequest.Read(limit, null).Problem!.StatusCode.Should().Be(400);
    }

    [Fact]
    public void Without_limit_and_token_it_is_the_first_page_of_usual_size()
    {
        PageRequest.Read(null, null).Request.Should().Be(new PageRequest(PageRequest.DefaultLimit, null));
    }
}
