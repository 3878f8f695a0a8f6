using Slipway.Testing;

namespace Slipway.Reporting.Tests;

public class WholeFileTests
{
    [Fact]
    public void A_file_is_replaced_as_a_whole_and_nothing_stays_aside()
    {
        using var directory = new TempDirectory();
        var path = directory.Write("reports/page.html", "before");

        WholeFile.Write(path, "after");

        File.ReadAllText(path).Should().Be("after");
        Directory.GetFiles(directory["reports"]).Should().Equal(path);
    }

    [Fact]
    public void When_it_cannot_be_replaced_nothing_stays_aside()
    {
        using var directory = new TempDirectory();
        Directory.CreateDirectory(directory["page.html"]);

        var writing = () => WholeFile.Write(directory["page.html"], "text");

        writing.Should().Throw<Exception>();
        Directory.GetFileSystemEntries(directory.Path).Should().Equal(directory["page.html"]);
    }
}
