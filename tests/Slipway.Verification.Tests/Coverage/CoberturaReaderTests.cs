using Slipway.Testing;
using Slipway.Verification.Coverage;

namespace Slipway.Verification.Tests.Coverage;

public sealed class CoberturaReaderTests : IDisposable
{
    readonly TempDirectory _root = new();

    public void Dispose() => _root.Dispose();

    [Fact]
    public void Several_files_are_merged_line_by_line()
    {
        var one = Report("one.xml", _root.Path, ("src/A.cs", [(1, 3), (2, 0), (3, 0)]));
        var other = Report("other.xml", _root.Path, ("src/A.cs", [(2, 1), (3, 0)]), ("src/B.cs", [(7, 0)]));

        var report = CoberturaReader.Read([one, other], _root.Path, CoverageFilter.All);

        report.Files.Should().Equal(new FileCoverage("src/A.cs", 2, 3), new FileCoverage("src/B.cs", 0, 1));
        report.Percent.Should().Be(50);
    }

    [Fact]
    public void The_classes_of_a_file_are_one_file()
    {
        var path = Report("c.xml", _root.Path, ("src/A.cs", [(1, 1)]), ("src/A.cs", [(9, 0)]));

        CoberturaReader
            .Read([path], _root.Path, CoverageFilter.All)
            .Files.Should()
            .Equal(new FileCoverage("src/A.cs", 1, 2));
    }

    [Fact]
    public void Names_are_found_from_the_root_however_the_report_gives_them()
    {
        var absolute = Report("1.xml", "/", (_root["src/A.cs"][1..], [(1, 1)]));
        var deterministic = Report("2.xml", "/", ("_/src/B.cs", [(1, 1)]));
        var alone = Report("3.xml", null, (_root["src/C.cs"], [(1, 1)]));
        var outside = Report("4.xml", "/", ("usr/share/D.cs", [(1, 1)]), ("generated.cs", [(1, 1)]));

        CoberturaReader
            .Read([absolute, deterministic, alone, outside], _root.Path, CoverageFilter.All)
            .Files.Select(file => file.File)
            .Should()
            .Equal("src/A.cs", "src/B.cs", "src/C.cs");
    }

    [Fact]
    public void The_filter_takes_whole_directories()
    {
        var path = Report(
            "c.xml",
            _root.Path,
            ("src/A.cs", [(1, 1)]),
            ("src/StandIns/B.cs", [(1, 1)]),
            ("src2/C.cs", [(1, 1)])
        );

        CoberturaReader
            .Read([path], _root.Path, new CoverageFilter(["src"], ["src/StandIns/"]))
            .Files.Select(file => file.File)
            .Should()
            .Equal("src/A.cs");
    }

    [Theory]
    [InlineData("<coverage>\n<packages>", "2")]
    [InlineData("<results/>", "1: not a Cobertura file: its root is <results>")]
    [InlineData(
        "<coverage><packages><package><classes><class filename='/_/a.cs'><lines>\n<line number='x' hits='1'/>"
            + "</lines></class></classes></package></packages></coverage>",
        "2: <line> needs a number 'number'"
    )]
    public void A_malformed_file_is_an_error_with_its_line(string text, string message)
    {
        var path = _root.Write("bad.xml", text);

        var reading = () => CoberturaReader.Read([path], _root.Path, CoverageFilter.All);

        reading.Should().Throw<VerificationException>().WithMessage($"{path}:{message}*");
    }

    [Fact]
    public void A_file_that_is_not_there_is_an_error()
    {
        var reading = () => CoberturaReader.Read([_root["none.xml"]], _root.Path, CoverageFilter.All);

        reading.Should().Throw<VerificationException>().WithMessage("*none.xml cannot be read: *");
    }

    string Report(string name, string? source, params (string File, (int Number, int Hits)[] Lines)[] classes)
    {
        var parts = classes.Select(part =>
            $"<class name=\"C\" filename=\"{part.File}\"><methods><method><lines><line number=\"1\" hits=\"0\"/></lines>"
            + $"</method></methods><lines>{string.Concat(part.Lines.Select(Line))}</lines></class>"
        );
        return _root.Write(
            name,
            $"""
            <?xml version="1.0" encoding="utf-8"?>
            <!DOCTYPE coverage SYSTEM "http://cobertura.sourceforge.net/xml/coverage-04.dtd">
            <coverage line-rate="0.5">
              <sources>{(source is null ? "" : $"<source>{source}</source>")}</sources>
              <packages><package><classes>{string.Concat(parts)}</classes></package></packages>
            </coverage>
            """
        );
    }

    static string Line((int Number, int Hits) line) => $"<line number=\"{line.Number}\" hits=\"{line.Hits}\"/>";
}
