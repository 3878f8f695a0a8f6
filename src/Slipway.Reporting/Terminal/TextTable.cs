using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Slipway.Reporting.Terminal;

/// <summary>What a cell's colour means.</summary>
public enum CellTone
{
    Plain,
    Good,
    Bad,
    Waiting,
    Muted,
}

/// <summary>One cell; a text alone is plain.</summary>
public readonly record struct Cell(string Text, CellTone Tone = CellTone.Plain)
{
    public static implicit operator Cell(string? text) => new(text ?? "");

    public static Cell FromString(string? text) => text;
}

/// <summary>A table for a terminal or, without colours and lines, for a log.</summary>
public sealed class TextTable
{
    const int Gap = 2;
    readonly string[] _columns;
    readonly List<Cell[]> _rows = [];

    public TextTable(params string[] columns)
    {
        _columns = columns;
    }

    /// <exception cref="ArgumentException">The number of cells is not that of the columns.</exception>
    public TextTable Add(params Cell[] cells)
    {
        if (cells.Length != _columns.Length)
            throw new ArgumentException($"A row of {cells.Length} cells in a table of {_columns.Length} columns.");
        _rows.Add([.. cells.Select(cell => cell with { Text = Printable.Line(cell.Text) })]);
        return this;
    }

    /// <summary>The lines of the plain form: a head, then a line for each row, columns aligned.</summary>
    public IEnumerable<string> ToLines()
    {
        var rows = _rows.Select(row => row.Select(cell => cell.Text).ToArray()).Prepend(_columns).ToArray();
        var widths = _columns.Select((_, column) => rows.Max(row => Width(row[column]))).ToArray();
        return rows.Select(row => string.Concat(row.Select((text, column) => Pad(text, widths[column]))).TrimEnd());
    }

    /// <summary>To this process's standard output: with lines and colours in a terminal, else plain.</summary>
    public void WriteToConsole()
    {
        if (ConsoleKind.IsLive(Console.IsOutputRedirected, Environment.GetEnvironmentVariable))
            AnsiConsole.Write(ToRenderable());
        else
            WriteTo(Console.Out);
    }

    /// <summary>The plain form.</summary>
    public void WriteTo(TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        foreach (var line in ToLines())
            output.WriteLine(line);
    }

    internal IRenderable ToRenderable()
    {
        var table = new Table { Border = TableBorder.Rounded, BorderStyle = new Style(Color.Grey) };
        foreach (var column in _columns)
            table.AddColumn(new TableColumn($"[bold]{Markup.Escape(column)}[/]").NoWrap());
        foreach (var row in _rows)
            table.AddRow([.. row.Select(cell => $"[{StyleOf(cell.Tone)}]{Markup.Escape(cell.Text)}[/]")]);
        return table;
    }

    static string StyleOf(CellTone tone) =>
        tone switch
        {
            CellTone.Good => "green",
            CellTone.Bad => "red",
            CellTone.Waiting => "yellow",
            CellTone.Muted => "grey",
            _ => "default",
        };

    static string Pad(string text, int width) => text + new string(' ', width - Width(text) + Gap);

    static int Width(string text) => new StringInfo(text).LengthInTextElements;
}
