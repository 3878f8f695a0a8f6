using Octokit;

namespace Slipway.Releases;

/// <summary>Deployments and what is said of them.</summary>
sealed class GitHubDeployments(IDeploymentsClient client, GitHubApi api, HostedRepository repository, GitHubCalls calls)
{
    const int LongestDescription = 140;

    public Task<IReadOnlyList<HostedDeployment>> LatestAsync(string environment, CancellationToken cancellationToken) =>
        calls.RepeatAsync($"list the deployments to {environment}", () => ListAsync(environment), cancellationToken);

    public Task<HostedDeployment> CreateAsync(DeploymentRecord deployment, CancellationToken cancellationToken) =>
        calls.MakeOnceAsync(
            $"record the deployment to {deployment.Environment}",
            async () =>
                await ListAsync(deployment.Environment) is [var latest, ..] && latest.Commit.Is(deployment.Commit)
                    ? latest
                    : null,
            async () =>
                (
                    await api.PostAsync<DeploymentModel>(
                        "deployments",
                        new NewDeployment(deployment.Commit)
                        {
                            // The commit is deployed already: nothing is merged into it, and no check is waited for.
                            AutoMerge = false,
                            RequiredContexts = [],
                            Environment = deployment.Environment,
                            Description = Cut(deployment.Description),
                            ProductionEnvironment = deployment.IsProduction,
                            TransientEnvironment = false,
                        }
                    )
                ).ToDeployment(),
            cancellationToken
        );

    public async Task<IReadOnlyList<DeploymentStatus>> ListStatusesAsync(
        long deploymentId,
        CancellationToken cancellationToken
    ) =>
        await calls.RepeatAsync(
            $"read the statuses of deployment {deploymentId}",
            async () => (IReadOnlyList<DeploymentStatus>)[.. (await StatusesAsync(deploymentId)).Select(ToStatus)],
            cancellationToken
        );

    public Task AddStatusAsync(long deploymentId, DeploymentStatus status, CancellationToken cancellationToken) =>
        calls.MakeOnceAsync(
            $"say how deployment {deploymentId} goes",
            async () =>
                await StatusesAsync(deploymentId) is [var last, ..] && Says(ToStatus(last), status) ? last : null,
            () =>
                client.Status.Create(
                    repository.Owner,
                    repository.Name,
                    deploymentId,
                    new NewDeploymentStatus(ToOctokit(status.State))
                    {
                        Description = Cut(status.Description),
                        EnvironmentUrl = status.Url?.ToString(),
                    }
                ),
            cancellationToken
        );

    async Task<IReadOnlyList<HostedDeployment>> ListAsync(string environment) =>
        [
            .. (await api.PageAsync<DeploymentModel>("deployments", ("environment", environment)))
                .OrderByDescending(deployment => deployment.Id)
                .Select(deployment => deployment.ToDeployment()),
        ];

    static bool Says(DeploymentStatus last, DeploymentStatus status) =>
        last.State == status.State && last.Description.Is(Cut(status.Description));

    async Task<IReadOnlyList<Octokit.DeploymentStatus>> StatusesAsync(long deploymentId)
    {
        var all = await client.Status.GetAll(
            repository.Owner,
            repository.Name,
            deploymentId,
            new ApiOptions { PageSize = 100 }
        );
        return [.. all.OrderByDescending(status => status.Id)];
    }

    static DeploymentStatus ToStatus(Octokit.DeploymentStatus status) =>
        new(
            status.State.StringValue switch
            {
                "queued" => DeploymentState.Queued,
                "pending" => DeploymentState.Pending,
                "in_progress" => DeploymentState.InProgress,
                "success" => DeploymentState.Success,
                "failure" => DeploymentState.Failure,
                "error" => DeploymentState.Error,
                "inactive" => DeploymentState.Inactive,
                _ => DeploymentState.Unknown,
            },
            status.Description ?? "",
            Uri.TryCreate(status.EnvironmentUrl, UriKind.Absolute, out var url) ? url : null
        );

    static Octokit.DeploymentState ToOctokit(DeploymentState state) =>
        state switch
        {
            DeploymentState.Queued => Octokit.DeploymentState.Queued,
            DeploymentState.Pending => Octokit.DeploymentState.Pending,
            DeploymentState.InProgress => Octokit.DeploymentState.InProgress,
            DeploymentState.Success => Octokit.DeploymentState.Success,
            DeploymentState.Failure => Octokit.DeploymentState.Failure,
            DeploymentState.Error => Octokit.DeploymentState.Error,
            DeploymentState.Inactive => Octokit.DeploymentState.Inactive,
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, "No state that can be set."),
        };

    static string Cut(string text) => text.Length <= LongestDescription ? text : text[..(LongestDescription - 1)] + "…";
}
