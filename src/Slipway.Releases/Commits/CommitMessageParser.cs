using System.Buffers;

namespace Slipway.Releases;

/// <summary>The grammar of Conventional Commits 1.0.0, rules 1 to 16, over lines.</summary>
static class CommitMessageParser
{
    static readonly SearchValues<char> WordCharacters = SearchValues.Create(
        "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    );

    public static ConventionalCommit Parse(string message)
    {
        var lines = message.ReplaceLineEndings("\n").Split('\n');
        var first = Array.FindIndex(lines, line => !string.IsNullOrWhiteSpace(line));
        if (first < 0)
            return new ConventionalCommit { Description = "" };
        var (body, footers) = ReadRest(lines.AsSpan(first + 1));
        var commit = ReadHeader(lines[first].Trim()) with { Body = body, Footers = footers };
        return commit with { Reverts = ReversalParser.Read(commit, message) };
    }

    /// <summary><c>type(scope)!: description</c>; anything else is a description.</summary>
    static ConventionalCommit ReadHeader(string subject)
    {
        var plain = new ConventionalCommit { Description = subject };
        var colon = subject.IndexOf(": ", StringComparison.Ordinal);
        if (colon < 0)
            return plain;
        var head = subject.AsSpan(0, colon);
        var isMarked = head.EndsWith("!");
        if (isMarked)
            head = head[..^1];
        string? scope = null;
        if (head.EndsWith(")") && head.IndexOf('(') is >= 0 and var open)
        {
            scope = head[(open + 1)..^1].Trim().ToString();
            head = head[..open];
        }

        return
            IsWord(head)
            && char.IsAsciiLetter(head[0])
            && scope is not ""
            && scope?.IndexOfAny(['(', ')']) is null or -1
            ? plain with
            {
                Type = head.ToString().ToLowerInvariant(),
                Scope = scope,
                HasBreakingMark = isMarked,
                Description = subject[(colon + 2)..].TrimStart(),
            }
            : plain;
    }

    static (string Body, List<CommitFooter> Footers) ReadRest(ReadOnlySpan<string> lines)
    {
        var footers = new List<CommitFooter>();
        var begin = FirstFooter(lines);
        for (var index = begin; index < lines.Length; )
        {
            // A value goes on until the next footer begins (rule 10).
            var end = index + 1;
            while (end < lines.Length && ReadFooter(lines[end]) is null)
                end++;
            var footer = ReadFooter(lines[index])!;
            footers.Add(footer with { Value = string.Join('\n', [footer.Value, .. lines[(index + 1)..end]]).Trim() });
            index = end;
        }

        return (string.Join('\n', lines[..begin]!).Trim(), footers);
    }

    /// <summary>
    /// Footers begin after an empty line (rule 8). <c>BREAKING CHANGE</c> is taken without one too: nobody writes it by
    /// accident, and a breaking change that is overlooked costs more than a paragraph that is cut.
    /// </summary>
    static int FirstFooter(ReadOnlySpan<string> lines)
    {
        for (var index = 0; index < lines.Length; index++)
        {
            var follows = index == 0 || string.IsNullOrWhiteSpace(lines[index - 1]);
            if (ReadFooter(lines[index]) is { } footer && (follows || footer.IsBreakingChange))
                return index;
        }

        return lines.Length;
    }

    /// <summary>A word, then <c>: </c> or <c> #</c> (rules 8 and 9); null: the line begins no footer.</summary>
    static CommitFooter? ReadFooter(string line)
    {
        const string WithSpace = "BREAKING CHANGE";
        var length = line.StartsWith(WithSpace, StringComparison.Ordinal)
            ? WithSpace.Length
            : line.AsSpan().IndexOfAny(':', ' ');
        if (length <= 0 || !(length == WithSpace.Length || IsWord(line.AsSpan(0, length))))
            return null;
        return line.AsSpan(length) switch
        {
            [':', ' ', .. var value] => new CommitFooter(line[..length], value.Trim().ToString()),
            [' ', '#', .. var value] => new CommitFooter(line[..length], value.Trim().ToString(), IsNumbered: true),
            _ => null,
        };
    }

    /// <summary>Letters and digits, with dashes for spaces.</summary>
    static bool IsWord(ReadOnlySpan<char> text) =>
        !text.IsEmpty && text[0] != '-' && !text.ContainsAnyExcept(WordCharacters);
}
