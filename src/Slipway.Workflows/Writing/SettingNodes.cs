using Slipway.Workflows.Documents;
using Slipway.Workflows.Model;

namespace Slipway.Workflows.Writing;

/// <summary>What workflows and jobs have in common, and a job's settings.</summary>
static class SettingNodes
{
    public static Node? Of(Permissions? permissions) =>
        permissions switch
        {
            null => null,
            { All: { } all } => new Scalar($"{Words.Of<Access>(all)}-all"),
            _ => Nodes.Map(permissions.Scopes, access => new Scalar(Words.Of<Access>(access)!)),
        };

    public static Node? Of(Defaults? defaults) =>
        defaults is null
            ? null
            : new EntryList()
                .Add(
                    "run",
                    new EntryList()
                        .Add("shell", defaults.Shell)
                        .Add("working-directory", defaults.WorkingDirectory)
                        .ToMapping()
                )
                .ToMapping();

    public static Node? Of(Concurrency? concurrency) =>
        concurrency switch
        {
            null => null,
            { CancelInProgress: null, Queue: null } => new Scalar(concurrency.Group),
            _ => new EntryList()
                .Add("group", concurrency.Group)
                .Add("cancel-in-progress", concurrency.CancelInProgress)
                .Add("queue", Words.Of(concurrency.Queue))
                .ToMapping(),
        };

    public static Node Of(RunsOn runsOn)
    {
        var labels = new EntryList().Add("group", runsOn.Group).AddOneOrMore("labels", runsOn.Labels).ToMapping();
        return runsOn.Group is null && labels.Entries is [var only] ? only.Value : labels;
    }

    public static Node? Of(DeploymentEnvironment? environment) =>
        environment switch
        {
            null => null,
            { Url: null, Deployment: null } => new Scalar(environment.Name),
            _ => new EntryList()
                .Add("name", environment.Name)
                .Add("url", environment.Url)
                .Add("deployment", environment.Deployment)
                .ToMapping(),
        };

    public static Node? Of(Strategy? strategy) =>
        strategy is null
            ? null
            : new EntryList()
                .Add("fail-fast", strategy.FailFast)
                .Add("max-parallel", strategy.MaxParallel)
                .Add("matrix", strategy.Matrix, Of)
                .ToMapping();

    static Mapping Of(Matrix matrix)
    {
        var entries = new EntryList();
        foreach (var axis in matrix.Axes)
            entries.Add(axis.Key, axis.Value, Nodes.List);
        return entries.Add("include", matrix.Include, Rows).Add("exclude", matrix.Exclude, Rows).ToMapping();
    }

    static Sequence Rows(ValueList<ValueMap<Value>> rows) => new([.. rows.Select(row => Nodes.Map(row, Nodes.Of))]);

    public static Node? Of(Container? container)
    {
        if (container is null)
            return null;
        var mapping = new EntryList()
            .Add("image", container.Image)
            .Add("credentials", Of(container.Credentials))
            .Add("env", container.Env)
            .Add("ports", container.Ports.Count == 0 ? null : container.Ports)
            .Add("volumes", container.Volumes.Count == 0 ? null : container.Volumes)
            .Add("options", container.Options)
            .Add("entrypoint", container.Entrypoint)
            .Add("command", container.Command)
            .ToMapping();
        return mapping.Entries is [var image] ? image.Value : mapping;
    }

    static Mapping? Of(Credentials? credentials) =>
        credentials is null
            ? null
            : new EntryList().Add("username", credentials.Username).Add("password", credentials.Password).ToMapping();

    public static Node? Of(Snapshot? snapshot) =>
        snapshot switch
        {
            null => null,
            { Version: null, If: null } => new Scalar(snapshot.ImageName),
            _ => new EntryList()
                .Add("image-name", snapshot.ImageName)
                .Add("version", snapshot.Version)
                .Add("if", snapshot.If)
                .ToMapping(),
        };
}
