using Slipway.Testing.GitHub;

namespace Slipway.Releases.Tests.Hosting;

/// <summary>Each method of the host, with each fault at each call that it makes.</summary>
public class GitHubFaultTests
{
    static readonly DeploymentRecord Deployment = new(Hosted.Commit, "production", "Release", IsProduction: true);

    static readonly Dictionary<string, Func<Hosted, Task>> Work = new(StringComparer.Ordinal)
    {
        ["who"] = hosted => hosted.Host.WhoAmIAsync(),
        ["find"] = async hosted => (await hosted.Host.FindReleaseAsync("v0.9.0")).Should().NotBeNull(),
        ["draft"] = async hosted => (await hosted.DraftAsync()).Tag.Should().Be("v1.2.3"),
        ["notes"] = hosted => hosted.Host.UpdateNotesAsync(First(hosted).Id, "Title", "Other notes"),
        ["publish"] = hosted => hosted.Host.PublishAsync(First(hosted).Id, isLatest: true),
        ["list assets"] = async hosted =>
            (await hosted.Host.ListAssetsAsync(First(hosted).Id)).Should().ContainSingle(),
        ["upload"] = hosted => hosted.Host.UploadAssetAsync(First(hosted).Id, hosted.File()),
        ["delete"] = hosted => hosted.Host.DeleteAssetAsync(First(hosted).Assets.Single().Id),
        ["download"] = hosted => DownloadAsync(hosted),
        ["deploy"] = hosted => hosted.Host.CreateDeploymentAsync(Deployment),
        ["deployments"] = hosted => hosted.Host.LatestDeploymentsAsync("staging"),
        ["status"] = hosted => hosted.Host.AddStatusAsync(7, new DeploymentStatus(DeploymentState.Success, "Good")),
        ["statuses"] = hosted => hosted.Host.ListStatusesAsync(7),
        ["pulls"] = hosted => hosted.Host.MergedPullRequestsAsync(["c1"]),
    };

    public static TheoryData<string> Methods => new(Work.Keys);

    [SkippableTheory]
    [MemberData(nameof(Methods))]
    public async Task What_passes_is_survived_and_nothing_is_done_twice(string method)
    {
        var wanted = await StateAfterAsync(method, call: -1, fault: null);
        await EachAsync(
            wanted.Calls,
            Fault.Passing,
            async (call, fault) =>
            {
                var found = await StateAfterAsync(method, call, fault);
                found.State.Should().Be(wanted.State, "call {0} of '{1}' met '{2}'", call, method, fault);
            }
        );
    }

    [SkippableTheory]
    [MemberData(nameof(Methods))]
    public async Task What_lasts_is_a_typed_failure_or_stated_to_be_none(string method)
    {
        var wanted = await StateAfterAsync(method, call: -1, fault: null);
        await EachAsync(wanted.Calls, Fault.Lasting, (call, fault) => RefuseAsync(method, call, fault));
    }

    static async Task RefuseAsync(string method, int call, Fault fault)
    {
        await using var hosted = await PreparedAsync(fault);
        hosted.Server.Inject(hosted.Server.Calls.Count + call, fault);
        var because = $"call {call} of '{method}' met '{fault}'";
        try
        {
            await Work[method](hosted);
        }
        catch (HostException refused)
        {
            refused.Kind.Should().Be(KindOf(fault), because);
            refused.Message.Should().Contain("octo-org/hello at 127.0.0.1", because);
            return;
        }

        IsNoFailure(method, fault).Should().BeTrue(because);
    }

    /// <summary>Most of the time goes by in waiting for limits: a few at a time.</summary>
    static Task EachAsync(int calls, IReadOnlyList<Fault> faults, Func<int, Fault, Task> test) =>
        Parallel.ForEachAsync(
            Enumerable.Range(0, calls).SelectMany(call => faults.Select(fault => (call, fault))),
            new ParallelOptions { MaxDegreeOfParallelism = 4 },
            async (cell, _) => await test(cell.call, cell.fault)
        );

    /// <summary>A limit that is not there, a commit unknown, a token of nobody; a conflict is asked again.</summary>
    static bool IsNoFailure(string method, Fault fault) =>
        (method, fault.Name) is ("who", "403" or "404") or ("pulls", "422") or ("delete", "404")
        || (fault == Fault.Conflict && method is "draft" or "upload" or "deploy" or "status")
        || (fault == Fault.NotFound && method is "upload");

    static HostFailure KindOf(Fault fault) =>
        fault.Name switch
        {
            "401" => HostFailure.Unauthorized,
            "403" => HostFailure.Forbidden,
            "404" => HostFailure.NotFound,
            "409" => HostFailure.Conflict,
            _ => HostFailure.Invalid,
        };

    static async Task<(string State, int Calls)> StateAfterAsync(string method, int call, Fault? fault)
    {
        await using var hosted = await PreparedAsync(fault);
        var before = hosted.Server.Calls.Count;
        if (fault is not null)
            hosted.Server.Inject(before + call, fault);
        await Work[method](hosted);
        return (Describe(hosted), hosted.Server.Calls.Count - before);
    }

    /// <summary>A draft with one asset, a deployment and a pull request.</summary>
    static async Task<Hosted> PreparedAsync(Fault? fault)
    {
        // Short only where it is waited for: a loaded machine is slow to answer.
        var isSilent = fault == Fault.TimeOutBefore || fault == Fault.TimeOutAfter;
        var limit = TimeSpan.FromSeconds(isSilent ? 3 : 100);
        var hosted = await Hosted.StartAsync(
            patience: new GitHubPatience { RequestLimit = limit, TransferLimit = limit }
        );
        var draft = await hosted.DraftAsync("v0.9.0");
        await hosted.Host.UploadAssetAsync(draft.Id, hosted.File("old", "old.txt"));
        hosted.Store.Deployments.Add(
            new StoredDeployment
            {
                Id = 7,
                Commit = Hosted.Commit,
                Environment = "staging",
            }
        );
        hosted.Store.Pulls.Add(new StoredPull(1, "One", "ada", hosted.Time.GetUtcNow(), "c1", ["c1"]));
        return hosted;
    }

    static async Task DownloadAsync(Hosted hosted)
    {
        var asset = (await hosted.Host.ListAssetsAsync(First(hosted).Id)).Single();
        await hosted.Host.DownloadAssetAsync(asset, hosted.Directory["copy"]);
        (await File.ReadAllTextAsync(hosted.Directory["copy"])).Should().Be("old");
    }

    static StoredRelease First(Hosted hosted) => hosted.Store.Releases[0];

    static string Describe(Hosted hosted) =>
        string.Join(
            '\n',
            [
                .. hosted.Store.Releases.Select(release =>
                    $"{release.Tag} {release.IsDraft} {release.Title} {release.Notes} "
                    + string.Join(
                        ',',
                        release.Assets.Select(asset => $"{asset.Name} {asset.State} {asset.Content.Length}")
                    )
                ),
                .. hosted.Store.Deployments.Select(deployment =>
                    $"{deployment.Environment} {string.Join(',', deployment.Statuses.Select(status => status.State))}"
                ),
            ]
        );
}
