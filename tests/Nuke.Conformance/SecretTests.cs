namespace Nuke.Conformance;

public class SecretTests
{
    const string Secret = "s3cr3t-value";

    /// <summary>"the-hidden-value", encrypted by NUKE 10.1.0 with <see cref="Password"/>.</summary>
    const string Encrypted = "v1:RD+jkZ8Tw0qCN0G5TD7+ghHQL1tPHMj8+RuCaSafocE=";
    const string Password = "correct horse battery";

    [Theory]
    [Trait("Kind", "Better")]
    [InlineData("Prints")]
    [InlineData("Logs")]
    [InlineData("Throws")]
    [InlineData("RunsTool")]
    public async Task A_secret_is_masked_in_all_output(string target)
    {
        using var sample = new SampleBuild("Secrets") { Environment = { ["TOKEN"] = Secret } };

        var run = await sample.RunAsync(target, "--verbosity", "verbose");

        run.All.Contains(Secret, StringComparison.Ordinal).Should().Be(!PackageUnderTest.IsStandIn);
    }

    [Fact]
    [Trait("Kind", "Better")]
    public async Task A_secret_is_masked_in_the_kept_log()
    {
        using var sample = new SampleBuild("Secrets") { Environment = { ["TOKEN"] = Secret } };

        await sample.RunAsync("Throws");

        var log = sample.Read(".nuke/temp/build.log");
        log.Should().Contain("thrown");
        log.Contains(Secret, StringComparison.Ordinal).Should().Be(!PackageUnderTest.IsStandIn);
    }

    [Fact]
    public async Task A_secret_s_value_reaches_the_build_whole()
    {
        using var sample = new SampleBuild("Secrets");

        (await sample.RunAsync("Tell", "--token", Secret)).Value("length").Should().Be("12");
    }

    [Theory]
    [InlineData("PARAMS_KEY")]
    [InlineData("PARAMSKEY")]
    public async Task An_encrypted_secret_is_read_with_its_key(string variable)
    {
        using var sample = new SampleBuild("Secrets") { Environment = { [variable] = Password } };
        sample.Write(".nuke/parameters.json", $$"""{ "Token": "{{Encrypted}}" }""");

        var run = await sample.RunAsync("Tell");

        run.Value("length").Should().Be("16");
        run.ExitCode.Should().Be(0);
    }

    [Fact]
    public async Task A_profile_has_a_key_of_its_own()
    {
        using var sample = new SampleBuild("Secrets") { Environment = { ["PARAMS_PROD_KEY"] = Password } };
        sample.Write(".nuke/parameters.prod.json", $$"""{ "Token": "{{Encrypted}}" }""");

        (await sample.RunAsync("Tell", "--profile", "prod")).Value("length").Should().Be("16");
    }

    [Theory]
    [Trait("Kind", "Better")]
    [InlineData("wrong")]
    [InlineData(null)]
    public async Task A_wrong_or_missing_key_fails_the_build(string? key)
    {
        using var sample = new SampleBuild("Secrets") { Environment = { ["PARAMS_KEY"] = key } };
        sample.Write(".nuke/parameters.json", $$"""{ "Token": "{{Encrypted}}" }""");

        var run = await sample.RunAsync("Tell");

        run.ExitCode.Should().Be(PackageUnderTest.Choose(nuke: 0, better: 255));
        run.All.Should().Contain("Token");
        run.All.Contains("   at ", StringComparison.Ordinal).Should().Be(!PackageUnderTest.IsStandIn);
    }
}
