using Slipway.Reporting.Terminal;

namespace Slipway.Reporting.Tests.Terminal;

public class TextTableTests
{
    static readonly TextTable Table = new TextTable("Environment", "Slot", "Health")
        .Add("staging", "green", new Cell("healthy", CellTone.Good))
        .Add("production [live]", null, new Cell("not\nhealthy", CellTone.Bad));

    [Fact]
    public void Without_a_terminal_the_columns_are_aligned_by_spaces()
    {
        using var output = new StringWriter { NewLine = "\n" };

        Table.WriteTo(output);

        output
            .ToString()
            .Should()
            .Be(
                """
                Environment        Slot   Health
                staging            green  healthy
                production [live]         not healthy

                """
            );
    }

    [Fact]
    public void In_a_terminal_tones_are_colours_and_brackets_are_text()
    {
        var console = new TestConsole(ansi: true);

        console.Console.Write(Table.ToRenderable());

        console.Output.Should().Contain("32mhealthy").And.Contain("91mnot healthy").And.Contain("production [live]");
    }

    [Fact]
    public void A_row_has_as_many_cells_as_there_are_columns()
    {
        var adding = () => new TextTable("One", "Two").Add("only one");

        adding.Should().Throw<ArgumentException>().WithMessage("A row of 1 cells in a table of 2 columns.");
    }
}
