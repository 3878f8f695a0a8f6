using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;
using Slipway.Delivery.Environments;
using Slipway.Delivery.Execution;
using Slipway.Delivery.State;
using Slipway.Platforms.Local;

namespace Slipway.Components.Shipping;

/// <summary>One environment with its state and its platform: where a command acts.</summary>
[SuppressMessage("Design", "CA1001", Justification = "It lives as long as the run does.")]
sealed class Place
{
    const string Platform = "local";

    readonly IHazEnvironments _build;
    readonly EnvironmentDirectory _directory;
    readonly LocalPlatform _platform;

    Place(IHazEnvironments build, EnvironmentSpec spec, EnvironmentDirectory directory)
    {
        _build = build;
        _directory = directory;
        Spec = spec;
        _platform = new LocalPlatform(spec, build.StateDirectory, build.Store);
    }

    public EnvironmentSpec Spec { get; }

    public Uri Url => _platform.Url;

    /// <summary>The environment of that name.</summary>
    /// <param name="mayCreate">A review environment that is not there yet is given a port.</param>
    /// <exception cref="BuildException">There is none.</exception>
    public static Place Of(IHazEnvironments build, string name, bool mayCreate)
    {
        var directory = build.StateDirectory.Environment(name);
        var declared = build.Environments.FirstOrDefault(found =>
            string.Equals(found.Name, name, StringComparison.Ordinal)
        );
        if (declared is not null)
            return new Place(build, declared with { Port = PortOf(build, directory, declared.Port) }, directory);
        if (!mayCreate && directory.ReadFacts() is null)
            throw new BuildException(
                $"There is no environment '{name}'. There are: {string.Join(", ", Names(build))}."
            );

        var port = build.StateDirectory.AllocatePort(
            name,
            Platform,
            build.PortBase,
            IsFree,
            TimeProvider.System.GetUtcNow()
        );
        return new Place(build, build.ReviewEnvironment with { Name = name, Port = port }, directory);
    }

    /// <summary>The declared ones and the review environments that exist.</summary>
    public static IReadOnlyList<Place> All(IHazEnvironments build) =>
        [.. Names(build).Select(name => Of(build, name, mayCreate: false))];

    /// <summary>Runs a command here, shows it, and fails the build when it did not end well.</summary>
    public async Task<Outcome> RunAsync(Func<Deployer, Task<Outcome>> command)
    {
        var record = RunRecord.Of(_build);
        var outcome = await Work.ShowAsync(
            record,
            Spec.Name,
            progress => command(Deployer(new DeploymentView(progress, record))),
            isPart: true
        );
        OutcomeText.Show(this, outcome);
        return outcome;
    }

    public Task<EnvironmentStatus> StatusAsync() => Deployer(NoObserver.Instance).StatusAsync(Interrupt.Token);

    public Task DestroyAsync() => Deployer(NoObserver.Instance).DestroyAsync(cancellation: Interrupt.Token);

    Deployer Deployer(IDeploymentObserver observer) => new(Spec, _directory, _platform, observer);

    static IEnumerable<string> Names(IHazEnvironments build) =>
        build
            .Environments.Select(environment => environment.Name)
            .Concat(build.StateDirectory.Existing().Select(environment => environment.Name))
            .Distinct(StringComparer.Ordinal);

    /// <summary>An environment keeps the port that it came to be with; asking for another one is an error, not a move.</summary>
    static int PortOf(IHazEnvironments build, EnvironmentDirectory directory, int declared)
    {
        if (directory.ReadFacts() is not { } facts || facts.Port == declared)
            return declared;
        return build.IsPortBaseGiven
            ? throw new BuildException(
                $"{directory.Name} lives on port {facts.Port}, and --port-base {build.PortBase} would have it on {declared}. "
                    + $"Leave --port-base out, give another --state, or take it down first: ./build.sh Destroy --environment {directory.Name}"
            )
            : facts.Port;
    }

    static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
