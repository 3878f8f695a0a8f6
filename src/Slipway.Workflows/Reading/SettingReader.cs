using Slipway.Workflows.Documents;
using Slipway.Workflows.Model;
using Slipway.Workflows.Writing;

namespace Slipway.Workflows.Reading;

/// <summary>Reads what workflows and jobs have in common, and a job's settings.</summary>
static class SettingReader
{
    public static Permissions? Permissions(Fields fields) =>
        fields.Take("permissions") switch
        {
            null => null,
            Scalar { Text: "read-all" } => Model.Permissions.ReadAll,
            Scalar { Text: "write-all" } => Model.Permissions.WriteAll,
            Mapping mapping => Model.Permissions.Of(
                fields.MapOf(
                    mapping,
                    "permissions",
                    (scope, node) =>
                        Words.Parse<Access>(fields.TextOf(node, $"permissions.{scope}"))
                        ?? throw fields.Failure(node, $"permissions.{scope}", "takes one of none, read, write")
                )
            ),
            var node => throw fields.Failure(node, "permissions", "takes scopes, read-all or write-all"),
        };

    public static Defaults? Defaults(Fields parent)
    {
        if (parent.Take("defaults") is not { } node)
            return null;
        var defaults = parent.Inner(node, "defaults");
        var run = defaults.Inner(defaults.Take("run") ?? new Mapping([]), "run");
        defaults.Done();
        var read = new Defaults { Shell = run.Text("shell"), WorkingDirectory = run.Text("working-directory") };
        run.Done();
        return read;
    }

    public static Concurrency? Concurrency(Fields parent)
    {
        if (parent.Take("concurrency") is not { } node)
            return null;
        if (node is Scalar)
            return new Concurrency(parent.TextOf(node, "concurrency"));
        var fields = parent.Inner(node, "concurrency");
        var concurrency = new Concurrency(fields.RequireText("group"))
        {
            CancelInProgress = fields.ExpressibleFlag("cancel-in-progress"),
            Queue = fields.Word<QueueSize>("queue"),
        };
        fields.Done();
        return concurrency;
    }

    public static RunsOn RunsOn(Fields parent)
    {
        var node = parent.Require("runs-on");
        if (node is not Mapping)
            return new RunsOn(parent.Texts("runs-on")!);
        var fields = parent.Inner(node, "runs-on");
        var runsOn = new RunsOn(fields.Texts("labels") ?? []) { Group = fields.Text("group") };
        fields.Done();
        return runsOn;
    }

    public static DeploymentEnvironment? Environment(Fields parent)
    {
        if (parent.Take("environment") is not { } node)
            return null;
        if (node is Scalar)
            return parent.TextOf(node, "environment");
        var fields = parent.Inner(node, "environment");
        var environment = new DeploymentEnvironment(fields.RequireText("name"))
        {
            Url = fields.Text("url"),
            Deployment = fields.ExpressibleFlag("deployment"),
        };
        fields.Done();
        return environment;
    }

    public static Strategy? Strategy(Fields parent)
    {
        if (parent.Take("strategy") is not { } node)
            return null;
        var fields = parent.Inner(node, "strategy");
        var strategy = new Strategy
        {
            FailFast = fields.ExpressibleFlag("fail-fast"),
            MaxParallel = fields.ExpressibleNumber("max-parallel"),
            Matrix = fields.Expressible("matrix", matrix => Matrix(fields.Inner(matrix, "matrix"))),
        };
        fields.Done();
        return strategy;
    }

    static Matrix Matrix(Fields fields)
    {
        var include = fields.Expressible("include", node => Rows(fields, node, "include"));
        var exclude = fields.Expressible("exclude", node => Rows(fields, node, "exclude"));
        return new Matrix
        {
            Include = include,
            Exclude = exclude,
            Axes = ValueMap.From(
                fields
                    .Rest()
                    .Select(axis => new Entry<Expressible<ValueList<Value>>>(
                        axis.Key.Text,
                        Fields.ExpressibleOf(
                            axis.Value,
                            node => fields.ListOf(node, axis.Key.Text, (item, _) => fields.ValueOf(item))
                        )
                    ))
            ),
        };
    }

    static ValueList<ValueMap<Value>> Rows(Fields fields, Node node, string key) =>
        fields.ListOf(node, key, (row, _) => fields.MapOf(row, key, (_, value) => fields.ValueOf(value)));

    public static Container? Container(Fields parent, Node? node, string key)
    {
        if (node is null)
            return null;
        if (node is Scalar)
            return new Container(parent.TextOf(node, key));
        var fields = parent.Inner(node, key);
        var container = new Container(fields.RequireText("image"))
        {
            Credentials = Credentials(fields),
            Env = fields.TextMap("env"),
            Ports = fields.Texts("ports") ?? [],
            Volumes = fields.Texts("volumes") ?? [],
            Options = fields.Text("options"),
            Entrypoint = fields.Text("entrypoint"),
            Command = fields.Text("command"),
        };
        fields.Done();
        return container;
    }

    static Credentials? Credentials(Fields parent)
    {
        if (parent.Take("credentials") is not { } node)
            return null;
        var fields = parent.Inner(node, "credentials");
        var credentials = new Credentials(fields.RequireText("username"), fields.RequireText("password"));
        fields.Done();
        return credentials;
    }

    public static Snapshot? Snapshot(Fields parent)
    {
        if (parent.Take("snapshot") is not { } node)
            return null;
        if (node is Scalar)
            return new Snapshot(parent.TextOf(node, "snapshot"));
        var fields = parent.Inner(node, "snapshot");
        var snapshot = new Snapshot(fields.RequireText("image-name"))
        {
            Version = fields.Text("version"),
            If = fields.Text("if"),
        };
        fields.Done();
        return snapshot;
    }
}
