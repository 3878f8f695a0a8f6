using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;
using Slipway.Components.Releasing;
using Slipway.Delivery.Approvals;
using Slipway.Delivery.Databases;
using Slipway.Delivery.Environments;
using Slipway.Delivery.Execution;
using Slipway.Delivery.Plans;
using Slipway.Delivery.State;
using Slipway.Platforms.Local;
using Slipway.Workflows;

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
        _platform = new LocalPlatform(spec, build.StateDirectory, build.Store, judge: MigrationRisks.Of);
    }

    public EnvironmentSpec Spec { get; }

    public Uri Url => _platform.Url;

    /// <summary>It is one of the build's own, and no review environment.</summary>
    public bool IsDeclared => Declared(_build, Spec.Name) is not null;

    /// <summary>The environment of that name, at the port that it has.</summary>
    /// <param name="mayCreate">A review environment that is not there yet is given a port.</param>
    /// <param name="port">A plan's port, which is where that plan goes.</param>
    /// <exception cref="BuildException">There is none.</exception>
    public static Place Of(IHazEnvironments build, string name, bool mayCreate = false, int? port = null)
    {
        var directory = build.StateDirectory.Environment(name);
        if (Declared(build, name) is { } declared)
            return new Place(
                build,
                declared with
                {
                    Port = port ?? directory.ReadFacts()?.Port ?? declared.Port,
                },
                directory
            );
        if (!mayCreate && directory.ReadFacts() is null)
            throw new BuildException(
                $"There is no environment '{name}'. There are: {string.Join(", ", Names(build))}."
            );

        var reviewPort = build.StateDirectory.AllocatePort(
            name,
            Platform,
            build.PortBase,
            IsFree,
            TimeProvider.System.GetUtcNow()
        );
        return new Place(build, Undeclared(build, name, reviewPort), directory);
    }

    /// <summary>
    /// The environment as a deployment would find it; a review environment that is not there yet is not made, and has the
    /// port that it would be given now.
    /// </summary>
    /// <inheritdoc cref="Of"/>
    public static Place ToPreview(IHazEnvironments build, string name)
    {
        var directory = build.StateDirectory.Environment(name);
        return EnvironmentName.IsReview(name) && Declared(build, name) is null && !directory.Exists
            ? new Place(
                build,
                Undeclared(build, name, build.StateDirectory.FreePort(build.PortBase, IsFree)),
                directory
            )
            : ToDeploy(build, name, mayCreate: false);
    }

    static EnvironmentSpec Undeclared(IHazEnvironments build, string name, int port) =>
        build.ReviewEnvironment with
        {
            Name = name,
            Port = port,
            Expiry = EnvironmentName.IsReview(name) ? ReviewExpiry(build) : null,
        };

    static TimeSpan ReviewExpiry(IHazEnvironments build) =>
        build.ReviewHours is { } hours ? TimeSpan.FromHours(hours) : build.ReviewEnvironment.Expiry ?? Expiry.OfReviews;

    /// <summary>
    /// The environment as a deployment finds it: <c>--port-base</c> moves a declared one; without it, it stays where it
    /// is. A review environment keeps the port that it was given.
    /// </summary>
    /// <inheritdoc cref="Of"/>
    public static Place ToDeploy(IHazEnvironments build, string name, bool mayCreate) =>
        Of(build, name, mayCreate, build.IsPortBaseGiven ? Declared(build, name)?.Port : null);

    /// <summary>The declared ones and the review environments that exist.</summary>
    public static IReadOnlyList<Place> All(IHazEnvironments build) => [.. Names(build).Select(name => Of(build, name))];

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
        if (Serving(outcome) is { } plan)
            ShowAddress(record, plan);
        if (outcome is Refused { Anew: var anew })
            NextCommand.Is(_build, $"Approve --digest {anew.Digest}");
        if (outcome is Succeeded { Plan: var applied })
            ApprovablePlans.Forget(_build.PlansDirectory, applied.Digest);
        // Whoever sits here is asked first: only a plan that is left waiting is told.
        if (outcome is not AwaitingApproval)
            await Notices.TellAsync(_build, outcome, Url);
        await LiveMark.FollowAsync(_build, outcome, Url);
        OutcomeText.Show(this, outcome);
        return outcome;
    }

    void ShowAddress(RunRecord record, Plan plan)
    {
        record.Served.Add(new ServedRevision(Spec.Name, plan.Wanted.ToString(), Url));
        StepOutputs.Set("address", Url.ToString());
    }

    static Plan? Serving(Outcome outcome) =>
        outcome switch
        {
            Succeeded done => done.Plan,
            NothingToDo nothing => nothing.Plan,
            _ => null,
        };

    /// <inheritdoc cref="Deployer.PreviewAsync"/>
    public Task<Plan> PreviewAsync(Revision wanted) =>
        Deployer(NoObserver.Instance).PreviewAsync(wanted, Interrupt.Token);

    /// <summary>Runs a command on the database here, and shows it.</summary>
    public Task<T> RunAsync<T>(string title, Func<DatabaseKeeper, Task<T>> command) =>
        Work.ShowAsync(
            RunRecord.Of(_build),
            Spec.Name,
            progress =>
                progress.StageAsync(title, say => command(new DatabaseKeeper(Spec, _directory, _platform, say))),
            isPart: true
        );

    public Task<EnvironmentStatus> StatusAsync() => Deployer(NoObserver.Instance).StatusAsync(Interrupt.Token);

    /// <summary>There is something to take down: the environment, or what ran of it when its state was removed.</summary>
    public async Task<bool> IsThereAsync() => _directory.Exists || await _platform.HasRemainsAsync(Interrupt.Token);

    public Task DestroyAsync() => Deployer(HolderLog.Instance).DestroyAsync(cancellation: Interrupt.Token);

    /// <inheritdoc cref="Deployer.DestroyExpiredAsync"/>
    public Task<bool> DestroyExpiredAsync() => Deployer(HolderLog.Instance).DestroyExpiredAsync(Interrupt.Token);

    Deployer Deployer(IDeploymentObserver observer) =>
        new(
            Spec,
            _directory,
            _platform,
            observer,
            patience: Patience(_build.Wait ?? 0),
            elsewhere: _ => LiveElsewhereAsync()
        );

    /// <summary>What serves in the other declared environments, which the same image goes to or has been in.</summary>
    async Task<IReadOnlyList<LiveRelease>> LiveElsewhereAsync()
    {
        var live = new List<LiveRelease>();
        foreach (var name in _build.Environments.Select(environment => environment.Name))
        {
            if (
                string.Equals(name, Spec.Name, StringComparison.Ordinal)
                || !_build.StateDirectory.Environment(name).Exists
            )
                continue;
            var status = await Of(_build, name).StatusAsync();
            live.AddRange(
                status.Slots.Where(slot => slot.Traffic > 0).Select(slot => new LiveRelease(name, slot.Version))
            );
        }

        return live;
    }

    internal static TimeSpan Patience(int seconds) =>
        seconds >= 0
            ? TimeSpan.FromSeconds(seconds)
            : throw new BuildException($"--wait {seconds}: it takes a number of seconds, zero or more.");

    static EnvironmentSpec? Declared(IHazEnvironments build, string name) =>
        build.Environments.FirstOrDefault(found => string.Equals(found.Name, name, StringComparison.Ordinal));

    static IEnumerable<string> Names(IHazEnvironments build) =>
        build
            .Environments.Select(environment => environment.Name)
            .Concat(build.StateDirectory.Existing().Select(environment => environment.Name))
            .Distinct(StringComparer.Ordinal);

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
