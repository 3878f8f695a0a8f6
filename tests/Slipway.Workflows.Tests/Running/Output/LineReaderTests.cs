using Slipway.Workflows.Running;

namespace Slipway.Workflows.Tests.Running.Output;

public sealed class LineReaderTests
{
    [Theory]
    [InlineData("a\nb\r\nc\rd", "a|b|c|d")]
    [InlineData("a\n\n\r\n", "a||")]
    [InlineData("", "")]
    public async Task Lines_end_at_line_feeds_and_carriage_returns(string text, string lines) =>
        string.Join('|', await ReadAsync(text)).Should().Be(lines);

    [Fact]
    public async Task A_line_without_end_is_cut() =>
        (await ReadAsync(new string('a', 200_000)))
            .Select(line => line.Length)
            .Should()
            .Equal(65_536, 65_536, 65_536, 3_392);

    static async Task<List<string>> ReadAsync(string text)
    {
        var lines = new List<string>();
        await LineReader.ReadAsync(new StringReader(text), lines.Add);
        return lines;
    }
}
