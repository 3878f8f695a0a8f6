// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using System.Text.Json;
using Nuke.Common.IO;

namespace Nuke.Common.CI.GitHubActions;

/// <summary>
/// A runner of GitHub Actions. The properties are the variables that it sets:
/// https://docs.github.com/actions/reference/workflows-and-actions/variables.
/// </summary>
public partial class GitHubActions : Host, IBuildServer
{
    private readonly Lazy<JsonElement> _event = new(ReadEvent);

    internal GitHubActions() { }

    internal static bool IsRunningGitHubActions => EnvironmentInfo.HasVariable("GITHUB_ACTIONS");

    /// <summary>The host of this build, or null when it runs elsewhere.</summary>
    public static new GitHubActions Instance => Host.Instance as GitHubActions;

    string IBuildServer.Branch => Ref;
    string IBuildServer.Commit => Sha;

    public string Home => EnvironmentInfo.GetVariable("HOME");
    public string Workflow => EnvironmentInfo.GetVariable("GITHUB_WORKFLOW");
    public string Action => EnvironmentInfo.GetVariable("GITHUB_ACTION");
    public string Actor => EnvironmentInfo.GetVariable("GITHUB_ACTOR");

    /// <summary>Owner and name, such as <c>octocat/Hello-World</c>.</summary>
    public string Repository => EnvironmentInfo.GetVariable("GITHUB_REPOSITORY");
    public string RepositoryOwner => EnvironmentInfo.GetVariable("GITHUB_REPOSITORY_OWNER");
    public string EventName => EnvironmentInfo.GetVariable("GITHUB_EVENT_NAME");
    public string EventPath => EnvironmentInfo.GetVariable("GITHUB_EVENT_PATH");
    public string Workspace => EnvironmentInfo.GetVariable("GITHUB_WORKSPACE");
    public string Sha => EnvironmentInfo.GetVariable("GITHUB_SHA");

    /// <summary>The full name, such as <c>refs/heads/main</c> or <c>refs/pull/7/merge</c>.</summary>
    public string Ref => EnvironmentInfo.GetVariable("GITHUB_REF");

    /// <summary>The short name, such as <c>main</c>.</summary>
    public string RefName => EnvironmentInfo.GetVariable("GITHUB_REF_NAME");

    /// <summary>The branch of a pull request; null otherwise.</summary>
    public string HeadRef => EnvironmentInfo.GetVariable("GITHUB_HEAD_REF");

    /// <summary>The branch that a pull request goes to; null otherwise.</summary>
    public string BaseRef => EnvironmentInfo.GetVariable("GITHUB_BASE_REF");

    /// <summary><c>branch</c> or <c>tag</c>.</summary>
    public string RefType => EnvironmentInfo.GetVariable("GITHUB_REF_TYPE");
    public long RunAttempt => EnvironmentInfo.GetVariable<long>("GITHUB_RUN_ATTEMPT");
    public long RunNumber => EnvironmentInfo.GetVariable<long>("GITHUB_RUN_NUMBER");
    public long RunId => EnvironmentInfo.GetVariable<long>("GITHUB_RUN_ID");
    public string ServerUrl => EnvironmentInfo.GetVariable("GITHUB_SERVER_URL");

    /// <summary>The job's name in the workflow.</summary>
    public string Job => EnvironmentInfo.GetVariable("GITHUB_JOB");
    public string Token => EnvironmentInfo.GetVariable("GITHUB_TOKEN");

    public bool IsPullRequest => EventName is "pull_request";

    public int? PullRequestNumber => _event.Value.TryGetProperty("number", out var number) ? number.GetInt32() : null;

    public string PullRequestAction =>
        _event.Value.TryGetProperty("action", out var action) ? action.GetString() : null;

    /// <summary>Markdown that is appended to this file is shown on the run's page.</summary>
    public AbsolutePath StepSummaryFile => EnvironmentInfo.GetVariable("GITHUB_STEP_SUMMARY");

    private static JsonElement ReadEvent()
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(EnvironmentInfo.GetVariable("GITHUB_EVENT_PATH")));
        return document.RootElement.Clone();
    }
}
