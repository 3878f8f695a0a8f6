using System.Text.RegularExpressions;
using Slipway.Workflows.Documents;
using Slipway.Workflows.Model;

namespace Slipway.Workflows.Writing;

static partial class JobNodes
{
    public static Mapping Of(Job job) =>
        job switch
        {
            RunnerJob runner => Of(runner),
            CallJob call => Of(call),
            _ => throw new NotSupportedException($"A job of type {job.GetType().Name}"),
        };

    /// <summary>What it is, when it runs, where and for how long, what it may, with what, and at last what it does.</summary>
    static Mapping Of(RunnerJob job) =>
        Beginning(job)
            .Add("runs-on", SettingNodes.Of(job.RunsOn))
            .Add("timeout-minutes", job.TimeoutMinutes)
            .Add("cancel-timeout-minutes", job.CancelTimeoutMinutes)
            .Add("continue-on-error", job.ContinueOnError)
            .Add("environment", SettingNodes.Of(job.Environment))
            .Add("concurrency", SettingNodes.Of(job.Concurrency))
            .Add("permissions", SettingNodes.Of(job.Permissions))
            .Add("strategy", SettingNodes.Of(job.Strategy))
            .Add("container", SettingNodes.Of(job.Container))
            .Add(
                "services",
                job.Services.Count == 0 ? null : Nodes.Map(job.Services, service => SettingNodes.Of(service)!)
            )
            .Add("env", job.Env)
            .Add("defaults", SettingNodes.Of(job.Defaults))
            .Add("outputs", job.Outputs)
            .Add("steps", new Sequence([.. job.Steps.Select(Of)]))
            .Add("snapshot", SettingNodes.Of(job.Snapshot))
            .ToMapping();

    static Mapping Of(CallJob job) =>
        Beginning(job)
            .Add("concurrency", SettingNodes.Of(job.Concurrency))
            .Add("permissions", SettingNodes.Of(job.Permissions))
            .Add("strategy", SettingNodes.Of(job.Strategy))
            .Add("uses", Of(job.Uses))
            .Add("with", job.With.Count == 0 ? null : Nodes.Map(job.With, Nodes.Of))
            .Add("secrets", Of(job.Secrets))
            .ToMapping();

    static EntryList Beginning(Job job) =>
        new EntryList().Add("name", job.Name).AddOneOrMore("needs", job.Needs).Add("if", job.If);

    static Node? Of(CallSecrets? secrets) =>
        secrets switch
        {
            null => null,
            { Inherit: true } => new Scalar("inherit"),
            _ => Nodes.Map(secrets.Values, Nodes.Of),
        };

    static Mapping Of(Step step)
    {
        var entries = new EntryList().Add("name", step.Name).Add("id", step.Id).Add("if", step.If);
        if (step is ActionStep action)
            entries
                .Add("uses", Of(action.Uses))
                .Add("with", action.With.Count == 0 ? null : Nodes.Map(action.With, Input));
        entries
            .Add("timeout-minutes", step.TimeoutMinutes)
            .Add("continue-on-error", step.ContinueOnError)
            .Add("env", step.Env);
        if (step is RunStep script)
        {
            entries.Add("shell", script.Shell).Add("working-directory", script.WorkingDirectory).Add("run", script.Run);
        }
        return entries.ToMapping() with { Comment = step.Comment };
    }

    /// <summary>
    /// Every input of an action is a text to GitHub, which makes the same text of these: a number and a flag need no quotes.
    /// </summary>
    static Scalar Input(string text) =>
        text is "true" or "false" ? new Scalar(text, ScalarKind.Flag)
        : WholeNumber().IsMatch(text) ? new Scalar(text, ScalarKind.Number)
        : new Scalar(text);

    /// <summary>Short enough to be the same number everywhere.</summary>
    [GeneratedRegex(@"^(0|[1-9][0-9]{0,8})\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WholeNumber();

    static Scalar Of(ActionReference action) => new(action.Reference) { Trailing = action.Version };
}
