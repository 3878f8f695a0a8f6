using FsCheck;
using FsCheck.Fluent;

namespace Slipway.Workflows.Tests.Generators;

/// <summary>Texts that YAML takes for something else, written plainly.</summary>
static class Texts
{
    public static readonly string[] Biting =
    [
        .. "yes no on off y n Y N true True TRUE false null Null NULL ~ = << - ? : --- ... .inf -.INF .NaN".Split(' '),
        .. "1 -1 +1 1.10 1.0 .5 5. 010 0o17 0x1F 0b101 1e3 1_000 1:30 12:30:45 2024-01-01 2001-12-14T21:59:43Z 22.x".Split(
            ' '
        ),
        .. "&a *a !a |a >a @a `a %a #a 'a' \"a\" [a] {a} ,a a: :a -a ?a a#b {{a}} $a a,b a[0] ^a \\ \\n".Split(' '),
        "",
        " ",
        " a",
        "a ",
        "a: b",
        "a #b",
        "a : b",
        "- a",
        "? a",
        "- ",
        "it's",
        "say \"it's\"",
        @"C:\tools\it's",
        "0 3 * * *",
        "*/15 * * * *",
        "tab\there",
        "é ü 漢字 🚢",
        "left\u200Eto\u202Eright",
        "nbsp\u00A0here",
        "next\u0085line",
        "line\u2028separator",
        "\uFEFFmark",
        "bell\a",
        "nul\0",
        "\u007F",
        "\uE000",
        "return\r",
        "a\r\nb",
    ];

    static readonly string[] Scripts =
    [
        "one\ntwo",
        "one\ntwo\n",
        "one\ntwo\n\n",
        "\none",
        "\n",
        "\n\n",
        "  indented\nnot\n",
        "\ttab\nnot",
        "one\n\n\n  two\n\tthree",
        "one\n  ",
        "one\n   \n",
        " one\n ",
        "   \none",
        "# comment\ncode # comment\n",
        "key: value\n- item\n",
        "cat <<'END'\n  text\nEND\n",
        "if [ \"$A\" = 'b' ]; then\n  exit 1\nfi",
        "---\n...\n",
        "a\rb\n",
        "a\u0085\nb",
        "trailing \nspaces  \n",
    ];

    static readonly Gen<char> Chars = Gen.Frequency(
        (6, Gen.Elements("ab1 ".ToCharArray())),
        (6, Gen.Elements("-?:,[]{}#&*!|>'\"%@`\\/.=~<$+_\n\t ".ToCharArray())),
        (1, Gen.Choose(0, 0xD7FF).Select(code => (char)code)),
        (1, Gen.Choose(0xE000, 0xFFFD).Select(code => (char)code))
    );

    static readonly Gen<string> Random = Chars
        .Several(0, 12)
        .Select(chars => new string(chars).Replace("${{", "$", StringComparison.Ordinal));

    /// <summary>Any text that UTF-8 can carry and that opens no expression.</summary>
    public static Gen<string> Any { get; } = Gen.OneOf(Gen.Elements(Biting), Gen.Elements(Scripts), Random);

    public static Gen<string> NonEmpty { get; } = Any.Select(text => text.Length == 0 ? "x" : text);

    /// <summary>Texts around an expression too; github.sha may stand wherever expressions may.</summary>
    public static Gen<string> WithExpressions { get; } =
        Gen.OneOf(
            Any,
            from before in Any
            from after in Any
            select $"{before}${{{{ github.sha }}}}{after}",
            Gen.Elements(
                "${{ github.sha }}",
                "${{ 'a literal' }}",
                "${{ github.event_name == 'push' && 'yes' || 'no' }}",
                "${{ format('{0}: #{1}', github.ref, github.run_id) }}",
                "one\n${{ github.sha }}\ntwo\n"
            )
        );

    public static Gen<string> Word { get; } =
        Gen.Elements("build", "test", "ship", "lint", "Release", "_x", "a-b", "a_1");

    public static Gen<string> If { get; } =
        Gen.Elements(
            "success()",
            "!cancelled()",
            "${{ always() }}",
            "github.ref == 'refs/heads/main'",
            "github.event_name == 'push' && !github.event.deleted",
            "${{ !failure() && contains(github.ref, 'a: b') }}"
        );
}
