using Slipway.Workflows.Documents;
using Slipway.Workflows.Model;

namespace Slipway.Workflows.Reading;

static class JobReader
{
    public static Job Read(Fields fields)
    {
        Job job = fields.Has("uses")
            ? new CallJob
            {
                Uses = fields.RequireText("uses"),
                With = fields.Map("with", (_, node) => fields.ValueOf(node)),
                Secrets = Secrets(fields),
            }
            : new RunnerJob
            {
                RunsOn = SettingReader.RunsOn(fields),
                TimeoutMinutes = fields.ExpressibleNumber("timeout-minutes"),
                CancelTimeoutMinutes = fields.ExpressibleNumber("cancel-timeout-minutes"),
                ContinueOnError = fields.ExpressibleFlag("continue-on-error"),
                Environment = SettingReader.Environment(fields),
                Container = SettingReader.Container(fields, fields.Take("container"), "container"),
                Services = fields.Map(
                    "services",
                    (name, node) => SettingReader.Container(fields, node, $"services.{name}")!
                ),
                Env = fields.TextMap("env"),
                Defaults = SettingReader.Defaults(fields),
                Outputs = fields.TextMap("outputs"),
                Steps = fields.Take("steps") is { } steps
                    ? fields.ListOf(
                        steps,
                        "steps",
                        (node, index) => Step(fields.Inner(node, DocumentPaths.Join("steps", index)))
                    )
                    : [],
                Snapshot = SettingReader.Snapshot(fields),
            };
        job = job with
        {
            Name = fields.Text("name"),
            Needs = fields.Texts("needs") ?? [],
            If = fields.Text("if"),
            Permissions = SettingReader.Permissions(fields),
            Concurrency = SettingReader.Concurrency(fields),
            Strategy = SettingReader.Strategy(fields),
        };
        fields.Done();
        return job;
    }

    static CallSecrets? Secrets(Fields fields) =>
        fields.Take("secrets") switch
        {
            null => null,
            Scalar { Text: "inherit" } => CallSecrets.InheritAll,
            var node => CallSecrets.Of(fields.MapOf(node, "secrets", (_, value) => fields.ValueOf(value))),
        };

    static Step Step(Fields fields)
    {
        Step step = fields.Has("uses")
            ? new ActionStep(fields.RequireText("uses")) { With = fields.TextMap("with") }
            : new RunStep(fields.RequireText("run"))
            {
                Shell = fields.Text("shell"),
                WorkingDirectory = fields.Text("working-directory"),
            };
        step = step with
        {
            Id = fields.Text("id"),
            Name = fields.Text("name"),
            If = fields.Text("if"),
            Env = fields.TextMap("env"),
            ContinueOnError = fields.ExpressibleFlag("continue-on-error"),
            TimeoutMinutes = fields.ExpressibleNumber("timeout-minutes"),
        };
        fields.Done();
        return step;
    }
}
