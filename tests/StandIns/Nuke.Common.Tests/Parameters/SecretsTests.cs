using FsCheck;
using FsCheck.Fluent;
using Nuke.Common.Execution;
using static Nuke.Common.Tests.RunningBuild;

namespace Nuke.Common.Tests.Parameters;

[Collection(OneBuildAtATime.Name)]
public class SecretsTests
{
    // Made with openssl and Python's pbkdf2_hmac from the description of the format.
    private const string Known = "v1:Kggx6/dZIAUq7hN2Ut5idQ==";

    [Fact]
    public void A_value_that_another_program_encrypted_is_read() =>
        Secrets.TryDecrypt(Known, "correct horse").Should().Be("s3cret ✓");

    [Fact]
    public void The_wrong_password_or_a_damaged_value_gives_nothing()
    {
        Secrets.TryDecrypt(Known, "wrong horse").Should().BeNull();
        Secrets.TryDecrypt(Known[..^8], "correct horse").Should().BeNull();
        Secrets.TryDecrypt("v1:?", "correct horse").Should().BeNull();
    }

    [Fact]
    public void What_is_encrypted_decrypts_to_itself() =>
        Prop.ForAll(
                Gen.Elements("", "a", "päss", "line\nline", new string('x', 1000)).ToArbitrary(),
                text => Secrets.TryDecrypt(Secrets.Encrypt(text, "a password"), "a password") == text
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(5));

    [Fact]
    public void A_secret_is_masked_wherever_it_is_written()
    {
        var (_, output) = Run<Build>(["Tell", "--token", "abc-123-xyz"]);

        output.Should().NotContain("abc-123-xyz");
        output.Should().Contain("written [REDACTED]").And.Contain("logged [REDACTED]").And.Contain("summed [REDACTED]");
        output.Should().Contain("thrown [REDACTED]");
        File.ReadAllText(Root / ".nuke" / "temp" / "build.log")
            .Should()
            .NotContain("abc-123-xyz")
            .And.Contain("[REDACTED]");
    }

    [Fact]
    public void A_secret_in_the_file_is_decrypted_with_the_password_of_the_environment()
    {
        var (exitCode, _) = RunWith("NUKE_PARAMS_KEY", "correct horse");

        exitCode.Should().Be(0);
        Trace.Should().Equal("s3cret ✓");
    }

    [Fact]
    public void Without_a_password_and_a_terminal_it_is_one_line()
    {
        var (exitCode, output) = RunWith("OTHER", "x");

        exitCode.Should().Be(-1);
        output.Should().Contain("'Token' in ").And.Contain("set NUKE_PARAMS_KEY").And.NotContain("   at ");
    }

    [Fact]
    public void A_secret_in_clear_text_in_the_file_is_refused()
    {
        var (exitCode, output) = Run<Build>(["Read"], parametersFile: """{ "Token": "clear" }""");

        exitCode.Should().Be(-1);
        output.Should().Contain("'Token' in ").And.Contain("a secret in clear text").And.NotContain("clear\"");
    }

    [Fact]
    public void Secrets_cannot_be_entered_without_a_terminal()
    {
        var (exitCode, output) = Run<Build>([":secrets"]);

        exitCode.Should().Be(-1);
        output.Should().Contain(":secrets asks for values and needs a terminal.");
    }

    [Fact]
    public void An_entered_secret_joins_what_is_in_the_file()
    {
        var file = SecretsFile.Parse("""{ "Text": "kept", /* why */ "Number": 1, }""", "parameters.json");

        file.Set("Token", "value", "a password");

        using var written = System.Text.Json.JsonDocument.Parse(file.ToString());
        written.RootElement.GetProperty("Text").GetString().Should().Be("kept");
        Secrets.TryDecrypt(written.RootElement.GetProperty("Token").GetString()!, "a password").Should().Be("value");
    }

    [Fact]
    public void A_file_with_secrets_opens_with_their_password_only()
    {
        var file = SecretsFile.Parse($$"""{ "Token": "{{Known}}" }""", "parameters.json");

        file.IsNew.Should().BeFalse();
        file.IsOpenedBy("correct horse").Should().BeTrue();
        file.IsOpenedBy("wrong horse").Should().BeFalse();
    }

    private static (int ExitCode, string Output) RunWith(string variable, string value) =>
        Run<Build>(["Read"], null, new() { [variable] = value }, $$"""{ "Token": "{{Known}}" }""");

#pragma warning disable CS0649 // The engine sets it.
    private sealed class Build : NukeBuild
    {
        [Parameter, Secret]
        readonly string? Token;

        Target Read => _ => _.Executes(() => Trace.Add(Token ?? ""));

        Target Tell =>
            _ =>
                _.Executes(() =>
                {
                    Console.WriteLine("written " + Token);
                    Serilog.Log.Warning("logged {Token}", Token);
                    ReportSummary(x => new(x, StringComparer.Ordinal) { ["Note"] = "summed " + Token });
                    throw new InvalidOperationException("thrown " + Token);
                });
    }
#pragma warning restore CS0649
}
