using FsCheck;
using FsCheck.Fluent;
using Slipway.Workflows.Model;
using Slipway.Workflows.Validation;

namespace Slipway.Workflows.Tests.Generators;

static class Settings
{
    public static Gen<ValueMap<string>> Env { get; } = Some.Map(Texts.NonEmpty, Texts.WithExpressions);

    public static Gen<Permissions> Permissions { get; } =
        Gen.OneOf(
            Gen.Elements(Model.Permissions.None, Model.Permissions.ReadAll, Model.Permissions.WriteAll),
            Scopes()
                .Several(1, 4)
                .Select(scopes => Model.Permissions.Of(ValueMap.From(scopes.DistinctBy(scope => scope.Key))))
        );

    public static Gen<Defaults> Defaults { get; } =
        from shell in Gen.Elements("bash", "pwsh", "perl {0}").Maybe()
        from directory in Texts.NonEmpty.Maybe()
        select new Defaults { Shell = shell, WorkingDirectory = directory };

    public static Gen<Concurrency> Concurrency { get; } =
        from before in Texts.Any
        from cancel in Some.Flag.Expressible("${{ github.ref != 'refs/heads/main' }}").Maybe()
        from queue in Gen.Elements(QueueSize.Single, QueueSize.Max).MaybeValue()
        select new Concurrency($"{before}-${{{{ github.ref }}}}") { CancelInProgress = cancel, Queue = queue };

    public static Gen<RunsOn> RunsOn { get; } =
        from labels in Gen.OneOf(Texts.NonEmpty, Gen.Constant("${{ matrix.os }}")).List(1, 3)
        from @group in Gen.Elements("large", "organization/yes", "1.10").Maybe()
        select new RunsOn(labels) { Group = @group };

    public static Gen<DeploymentEnvironment> Environment { get; } =
        from name in Texts.Any
        from url in Texts.Any.Maybe()
        from deployment in Some.Flag.Expressible("${{ github.ref == 'refs/heads/main' }}").Maybe()
        select new DeploymentEnvironment(name) { Url = url, Deployment = deployment };

    public static Gen<Container> Container { get; } =
        from image in Texts.NonEmpty
        from credentials in Gen.Constant(new Credentials("me", "${{ secrets.TOKEN }}")).Maybe()
        from env in Env
        from ports in Gen.Elements("5432:5432", "80", "127.0.0.1:80:80").List()
        from volumes in Gen.Elements("/a:/b", "data:/data:ro").List()
        from options in Texts.Any.Maybe()
        select new Container(image)
        {
            Credentials = credentials,
            Env = env,
            Ports = ports,
            Volumes = volumes,
            Options = options,
        };

    public static Gen<Container> Service { get; } =
        from container in Container
        from entrypoint in Texts.Any.Maybe()
        from command in Texts.Any.Maybe()
        select container with
        {
            Entrypoint = entrypoint,
            Command = command,
        };

    public static Gen<Strategy> Strategy { get; } =
        from failFast in Some.Flag.Expressible("${{ github.event_name == 'push' }}").Maybe()
        from parallel in Gen.Choose(1, 20).Expressible("${{ fromJSON(vars.PARALLEL) }}").Maybe()
        from matrix in Matrices().Expressible("${{ fromJSON(needs.a.outputs.matrix) }}").Maybe()
        select new Strategy
        {
            FailFast = failFast,
            MaxParallel = parallel,
            Matrix = matrix,
        };

    static Gen<Matrix> Matrices() =>
        from axes in Some.Map(
            Gen.Elements("os", "version", "yes", "1.10", "on"),
            Values(2).List(1).Expressible("${{ fromJSON(vars.AXIS) }}")
        )
        from include in Rows()
        from exclude in Rows()
        select new Matrix
        {
            Axes = axes,
            Include = include,
            Exclude = exclude,
        };

    static Gen<Expressible<ValueList<ValueMap<Value>>>?> Rows() =>
        Some.Map(Gen.Elements("os", "yes", "x: y"), Values(1), min: 1)
            .List(1)
            .Expressible("${{ fromJSON(vars.ROWS) }}")
            .Maybe();

    static Gen<Value> Values(int depth)
    {
        var scalars = Gen.OneOf(
            Texts.WithExpressions.Select(text => (Value)text),
            Gen.Elements<double>(0, 1, -1, 1.5, -0.25, 1e21, 1e-7, 123456789012).Select(number => (Value)number),
            Some.Flag.Select(flag => (Value)flag),
            Gen.Constant<Value>(NullValue.Instance)
        );
        return depth == 0
            ? scalars
            : Gen.Frequency(
                (4, scalars),
                (1, Values(depth - 1).List().Select(items => (Value)new ListValue(items))),
                (1, Some.Map(Texts.NonEmpty, Values(depth - 1)).Select(entries => (Value)new MapValue(entries)))
            );
    }

    static Gen<Entry<Access>> Scopes() =>
        from scope in Gen.Elements(PermissionCatalog.Scopes.ToArray())
        from access in Gen.Elements(scope.Value.ToArray())
        select new Entry<Access>(scope.Key, access);
}
