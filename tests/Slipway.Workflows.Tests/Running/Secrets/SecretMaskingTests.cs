using FsCheck;
using FsCheck.Fluent;
using Slipway.Workflows.Model;
using Slipway.Workflows.Running;

namespace Slipway.Workflows.Tests.Running.Secrets;

public sealed class SecretMaskingTests : IDisposable
{
    const string Secret = "S3cr3t/+ \"va'lue\"&<1>";

    readonly StepBench _bench = new(Secret, "first line of key\nsecond line of key");

    [Theory]
    [InlineData("echo \"$SECRET\"")]
    [InlineData("echo before\"$SECRET\"after; echo \"$SECRET$SECRET\"")]
    [InlineData("echo \"::error title=$SECRET::$SECRET\"")]
    [InlineData("echo \"::group::$SECRET\"")]
    [InlineData("printf %s \"$SECRET\" | base64 -w7")]
    [InlineData("printf '%s' \"${SECRET:0:9}\"; sleep 0.2; printf '%s\\n' \"${SECRET:9}\"")]
    [InlineData("echo \"${SECRET:0:9}\"; echo \"${SECRET:9}\"")]
    [InlineData("echo \"${SECRET:0:1}\"; echo \"${SECRET:1:5}\"; echo \"${SECRET:6}\"")]
    [InlineData("echo \"$SECRET\" >&2; exit 1")]
    [InlineData("echo \"$SECRET\" >>$GITHUB_STEP_SUMMARY")]
    [InlineData("printf '%s\\n' \"${SECRET:0:9}\" \"${SECRET:9}\" >>$GITHUB_STEP_SUMMARY")]
    [InlineData("echo \"$SECRET\" >>$GITHUB_OUTPUT")]
    [InlineData("false # ${{ secrets.VALUE }}")]
    public async Task A_secret_reaches_neither_the_log_nor_a_summary(string script)
    {
        _bench.State = _bench.State with
        {
            Contexts = _bench.State.Contexts with { Secrets = Values.Map(("VALUE", Secret)) },
        };

        var result = await _bench.RunAsync(
            new RunStep(script) { Name = "With ${{ secrets.VALUE }}", Env = [("SECRET", "${{ secrets.VALUE }}")] }
        );

        var seen = string.Concat(
            _bench
                .Lines.Select(line => $"{line.Text}{line.Annotation?.Title}")
                .Append(result.Summary)
                .Append(result.Name)
        );
        seen.Should().Contain("***").And.NotContainAny(Pieces());
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("me:", "!")]
    [InlineData("a", "bc")]
    [InlineData("ab", "")]
    [InlineData("user:", "::")]
    public async Task A_secret_is_masked_in_base64_wherever_it_begins(string before, string after)
    {
        await _bench.RunAsync(
            new RunStep("printf '%s%s%s' \"$BEFORE\" \"$SECRET\" \"$AFTER\" | base64 -w0")
            {
                Env = [("BEFORE", before), ("SECRET", Secret), ("AFTER", after)],
            }
        );

        // What stands beside it may hold two bytes of it at each end.
        var line = _bench.Output.Single();
        line.Should().Contain("***");
        line.Replace("***", "", StringComparison.Ordinal)
            .Length.Should()
            .BeLessThan(4 + (before + after).Length * 2 + 8);
    }

    [Fact]
    public async Task Each_line_of_a_secret_of_several_is_masked_by_itself()
    {
        await _bench.RunAsync("echo 'x second line of key'; echo 'first line of key'");

        _bench.Output.Should().Equal("x ***", "***");
    }

    [Fact]
    public async Task What_a_step_asks_to_mask_is_masked_from_then_on()
    {
        await _bench.RunAsync("echo token-1; echo '::add-mask::token-1'; echo token-1");
        await _bench.RunAsync("t=token; echo $t-1");

        _bench.Output.Where(line => !line.StartsWith("shell", StringComparison.Ordinal)).Should().Contain("token-1");
        _bench.Output.Last().Should().Be("***");
    }

    [Fact]
    public void The_password_of_a_proxy_is_a_secret() =>
        MachineEnvironment
            .SecretsIn(
                new Dictionary<string, string> { ["https_proxy"] = "http://me:secret@proxy:80", ["HOME"] = "a:b" }
            )
            .Should()
            .Equal("secret");

    [Fact]
    public void However_a_text_with_secrets_is_cut_into_lines_none_is_seen() =>
        Prop.ForAll(
                Gen.Elements("a", "b", "ab", "abab", "key", "-").ListOf().Select(string.Concat).ToArbitrary(),
                Gen.Choose(1, 4).ListOf().ToArbitrary(),
                (text, cuts) =>
                {
                    var seen = Masked(text, [.. cuts]);
                    return !seen.Contains("abab", StringComparison.Ordinal)
                        && !seen.Contains("key", StringComparison.Ordinal);
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void A_line_that_ends_like_a_secrets_beginning_comes_with_the_next_one()
    {
        var log = new MaskedLog(_bench, new SecretMasker("abcdef"));

        log.Write("one abc");
        _bench.Lines.Should().BeEmpty();
        log.Write("two");

        _bench.Lines.Select(line => line.Text).Should().Equal("one abc", "two");
    }

    public void Dispose() => _bench.Dispose();

    /// <summary>The secret's two halves: what is left of it must say neither.</summary>
    static IEnumerable<string> Pieces()
    {
        yield return Secret[..9];
        yield return Secret[9..];
        var encoded = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Secret));
        yield return encoded[..7];
    }

    static string Masked(string text, int[] cuts)
    {
        var lines = new List<string>();
        for (var at = 0; at < text.Length; at += lines[^1].Length)
        {
            var length = cuts.Length == 0 ? text.Length : cuts[lines.Count % cuts.Length];
            lines.Add(text.Substring(at, Math.Min(length, text.Length - at)));
        }
        return MaskedText
            .Of(string.Join('\n', lines), new SecretMasker("abab", "key"))
            .Replace("\n", "", StringComparison.Ordinal);
    }
}
