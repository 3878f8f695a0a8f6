using System.Text;

namespace Slipway.Workflows.Running;

/// <summary>Cuts what a process writes into lines, at line feeds and carriage returns.</summary>
static class LineReader
{
    /// <summary>A longer line is cut, so that a process cannot fill the memory.</summary>
    const int MaximalLength = 64 * 1024;

    public static async Task ReadAsync(TextReader reader, Action<string> take)
    {
        var buffer = new char[4096];
        var line = new StringBuilder();
        var afterReturn = false;
        while (await reader.ReadAsync(buffer) is var count and > 0)
        {
            foreach (var character in buffer.AsSpan(0, count))
            {
                var endsReturn = afterReturn && character == '\n';
                afterReturn = character == '\r';
                if (endsReturn)
                    continue;
                var isEnd = character is '\n' or '\r';
                if (!isEnd)
                    line.Append(character);
                if (!isEnd && line.Length < MaximalLength)
                    continue;
                take(line.ToString());
                line.Clear();
            }
        }
        if (line.Length > 0)
            take(line.ToString());
    }
}
