using FsCheck;
using FsCheck.Fluent;

namespace Slipway.Workflows.Tests.Running.Evaluation;

/// <summary>Expressions that parse, of every kind, over the contexts of <see cref="Contexts"/>.</summary>
static class AnyExpression
{
    /// <summary>By name.</summary>
    public const string Contexts = """
        {
          "github": {
            "ref": "refs/heads/main", "actor": "Ana", "SHA": "0123",
            "event": {
              "number": 12, "draft": false, "none": null, "title": "It's {0} }}",
              "labels": [{ "name": "bug", "n": 1 }, { "name": "UI" }, { "other": true }, 7, "bug"],
              "nested": [[1, 2], [3, { "deep": "x" }], []], "empty": {}
            }
          },
          "env": { "ONE": "1", "EMPTY": "", "YES": "true", "NUMBER": " 12 ", "HEX": "0x1F", "OCTAL": "0o17" },
          "needs": { "build": { "result": "success", "outputs": { "digest": "sha256:ab" } }, "test": { "result": "failure" } },
          "matrix": { "os": "linux", "n": 3, "flag": true, "half": 0.5, "list": ["a", "B"] },
          "vars": {}, "secrets": {}, "inputs": {}, "job": {}, "runner": {}, "steps": {}, "strategy": {}, "jobs": {}
        }
        """;

    public static readonly string[] Literals =
    [
        .. "true false null 0 1 -1 3 12 31 0x1F 0o17 1.5 .5 1e3 -0 'a' 'A' 'B' 'bug' 'ui' '' '0' '1' '12'".Split(' '),
        .. "'true' 'null' '0x1F' '1e1' 'é' 'É' 'it''s' '{0}' '{0}{1}' '{{{0}}}' '{' '}' '{2}' 'Ana' 'n' '*'".Split(' '),
        "' '",
        "' 12 '",
        "'a b'",
        .. "'name' 'success' '[1,\"a\",null]' '{\"a\":{\"B\":1}}' '{\"a\":1,\"A\":2}' '[' 'nope' '2024' 'refs/'".Split(
            ' '
        ),
    ];

    static readonly Gen<string> Literal = Gen.Elements(Literals);

    /// <summary>What has no text that everybody writes the same: only compared, never written.</summary>
    static readonly Gen<string> Odd = Gen.Elements("NaN", "Infinity", "-Infinity", "1e300", "1e-9", "'1e400'");

    static readonly Gen<string> Read = Gen.Elements([
        .. "github github.ref GitHub.Actor github.sha github.nothing github.event github.event.number".Split(' '),
        .. "github.event.labels github.event.nested github.event.empty github.event.title github.event.none".Split(' '),
        .. "env.ONE env.EMPTY env.yes env.NUMBER env.HEX env.OCTAL needs needs.build.result vars secrets.NONE".Split(
            ' '
        ),
        .. "needs.build.outputs.digest matrix.os matrix.n matrix.flag matrix.half matrix.list matrix".Split(' '),
    ]);

    static readonly Gen<string> ReadCollection = Gen.Elements(
        "github.event.labels",
        "github.event.nested",
        "github.event",
        "matrix.list",
        "needs",
        "fromJSON('[{\"a\":[1,2]},{\"A\":[3]},{\"name\":\"x\",\"a\":{\"n\":1}}]')",
        "fromJSON(' {\"name\": [[\"a\", 1.5], true], \"A\": {\"a\": {\"a\": 1}}}')"
    );

    static readonly Gen<string> Step = Gen.Elements(
        ".*",
        ".name",
        ".result",
        ".n",
        "[0]",
        "[1]",
        "[-1]",
        "[1.7]",
        "[99]",
        "['0']",
        "['name']",
        "[null]",
        "[true]",
        "[*]",
        ".a",
        ".event",
        ".labels"
    );

    public static Gen<string> Any { get; } = Gen.Sized(size => Of(Math.Min(size, 5)));

    static Gen<string> Of(int depth)
    {
        if (depth <= 0)
            return Gen.OneOf(Literal, Read);
        var inner = Of(depth - 1);
        var lower = Of(depth - 2);
        return Gen.Frequency(
            (2, Literal),
            (3, Read),
            (6, from read in ReadCollection from steps in Step.ListOf() select read + string.Concat(steps.Take(4))),
            (
                2,
                from read in Gen.OneOf(Read, Call(lower), lower.Select(text => $"({text})"))
                from steps in Step.ListOf()
                select read + string.Concat(steps.Take(3))
            ),
            (2, from read in Read from index in lower select $"{read}[{index}]"),
            (
                4,
                from left in inner
                from sign in Gen.Elements("==", "!=", "<", "<=", ">", ">=", "&&", "||")
                from right in lower
                select $"{left} {sign} {right}"
            ),
            (
                1,
                from left in Gen.OneOf(Odd, lower)
                from sign in Gen.Elements("==", "!=", "<", "<=", ">", ">=")
                from right in Odd
                select $"({left} {sign} {right})"
            ),
            (1, inner.Select(text => $"!({text})")),
            (1, inner.Select(text => $"({text})")),
            (4, Call(lower))
        );
    }

    static Gen<string> Call(Gen<string> inner) =>
        Gen.OneOf(
            from name in Gen.Elements("contains", "startsWith", "ENDSWITH", "join")
            from one in inner
            from other in inner
            select $"{name}({one}, {other})",
            from name in Gen.Elements("toJSON", "fromJSON", "join", "format")
            from one in inner
            select $"{name}({one})",
            from format in Gen.Elements("'{0} of {1}'", "'{1}{0}{0}'", "'{{{0}}} {1'", "github.event.title")
            from one in inner
            from other in inner
            select $"format({format}, {one}, {other})",
            from one in inner
            select $"fromJSON(toJSON({one}))",
            from condition in inner
            from one in inner
            from other in inner
            select $"case({condition}, {one}, {other})"
        );
}
