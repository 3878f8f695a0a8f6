using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Slipway.Testing;

namespace Slipway.EndToEndTests;

/// <summary>
/// The README's way through a first day, with the real command line in a fresh clone. One clone serves all tests of the
/// class, so each brings the environments to where it needs them; only the first pays for the verification.
/// </summary>
public sealed partial class DeployTests(Clone clone) : IClassFixture<Clone>
{
    static readonly string[] Unverified =
    [
        "--skip",
        "Verify",
        "Lint",
        "TestSqlite",
        "TestPostgres",
        "Coverage",
        "Scan",
    ];

    [Fact]
    public async Task A_fresh_clone_deploys_staging_approves_production_and_rolls_back()
    {
        // Deploy, verified, as a new user does.
        var deploy = await clone.BuildAsync("Deploy");
        deploy.ExitCode.Should().Be(0, deploy.All);
        var first = await clone.GitAsync("rev-parse", "HEAD");
        (await VersionAsync(clone.Staging)).GetProperty("commit").GetString().Should().Be(first);
        var approve = ApproveLine().Match(deploy.Output);
        approve.Success.Should().BeTrue("the output names the command that goes on:\n{0}", deploy.Output);
        (await AnswersAsync(clone.Production)).Should().BeFalse("production waits for its approval");

        // Approve exactly that plan.
        var approved = await clone.BuildAsync("Approve", "--digest", approve.Groups["digest"].Value);
        approved.ExitCode.Should().Be(0, approved.All);
        (await VersionAsync(clone.Production)).GetProperty("commit").GetString().Should().Be(first);

        // A second revision switches slots; nobody notices.
        var before = (await StatusAsync("staging")).GetProperty("slots");
        await clone.CommitAsync("notes.txt", "A change.", "fix: a change");
        var second = await clone.GitAsync("rev-parse", "HEAD");
        await using (var loop = new RequestLoop($"http://127.0.0.1:{clone.Staging}/version"))
        {
            var again = await clone.BuildAsync(["Deploy", .. Unverified]);
            again.ExitCode.Should().Be(0, again.All);
            await Wait.UntilAsync(() => loop.Answered > 50, "requests were answered");
            loop.Failures.Should().BeEmpty();
        }

        (await VersionAsync(clone.Staging)).GetProperty("commit").GetString().Should().Be(second);
        var after = (await StatusAsync("staging")).GetProperty("slots");
        Live(after).Should().NotBe(Live(before));

        // Back again.
        var rollback = await clone.BuildAsync("Rollback", "--environment", "staging");
        rollback.ExitCode.Should().Be(0, rollback.All);
        (await VersionAsync(clone.Staging)).GetProperty("commit").GetString().Should().Be(first);
    }

    static string? Live(JsonElement slots) =>
        slots
            .EnumerateArray()
            .Single(slot => slot.GetProperty("traffic").GetInt32() == 100)
            .GetProperty("name")
            .GetString();

    async Task<JsonElement> StatusAsync(string environment)
    {
        var status = await clone.BuildAsync("Status", "--json");
        status.ExitCode.Should().Be(0, status.All);
        using var document = JsonDocument.Parse(status.Output);
        return document
            .RootElement.GetProperty("environments")
            .EnumerateArray()
            .Single(found => found.GetProperty("name").GetString() == environment)
            .Clone();
    }

    static async Task<JsonElement> VersionAsync(int port)
    {
        using var client = new HttpClient();
        return await client.GetFromJsonAsync<JsonElement>(new Uri($"http://127.0.0.1:{port}/version"));
    }

    static async Task<bool> AnswersAsync(int port)
    {
        using var client = new HttpClient();
        try
        {
            using var response = await client.GetAsync(new Uri($"http://127.0.0.1:{port}/version"));
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"\./build\.sh Approve --digest (?<digest>[0-9a-f]{64})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ApproveLine();
}
