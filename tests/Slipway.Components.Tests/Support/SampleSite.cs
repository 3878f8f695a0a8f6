using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Slipway.Components.Shipping;
using Slipway.Delivery.Approvals;
using Slipway.Delivery.Environments;
using Slipway.Images;
using Slipway.Releases;
using Slipway.Testing;

namespace Slipway.Components.Tests.Support;

/// <summary>
/// A repository of the sample backend with real environments on ports of its own; whatever was deployed is taken down
/// with it.
/// </summary>
sealed class SampleSite : IAsyncDisposable
{
    const string Program = "Slipway.Testing.Backend.dll";

    readonly GitRepository _repository;
    readonly int _staging = FreePort.Next();
    readonly int _production = FreePort.Next();
    readonly HttpClient _http = new();
    int _images;

    SampleSite(GitRepository repository) => _repository = repository;

    /// <summary>Where its builds tell Slack what happens.</summary>
    public string? SlackWebhook { get; set; }

    /// <summary>How its backend describes its HTTP API.</summary>
    public OpenApiSource? OpenApi { get; set; }

    /// <summary>Where its builds send signed webhooks.</summary>
    public (string Address, string Secret)? NoticeWebhook { get; set; }

    /// <param name="branch">What is checked out: main, or a branch at its first commit.</param>
    public static async Task<SampleSite> CreateAsync(string branch = "main")
    {
        var repository = await GitRepository.CreateAsync("main");
        repository.Write(".gitignore", ".slipway/\nartifacts/\n");
        await repository.CommitAsync("feat: begin");
        if (branch is not "main")
            await repository.RunAsync("switch", "--quiet", "--create", branch);
        return new SampleSite(repository);
    }

    /// <summary>Whoever sits at the keyboard from here on, for git and for whoever asks it.</summary>
    public Task BecomeAsync(string address) => _repository.RunAsync("config", "user.email", address);

    public Task CommitAsync(string message) => _repository.CommitAsync(message);

    public Task<string> GitAsync(params string[] arguments) => _repository.RunAsync(arguments);

    public void Write(string relative, string content) => _repository.Write(relative, content);

    /// <summary>A new run of the build, with what <c>--environment</c> says.</summary>
    public SampleBuild Build(
        string? environment = null,
        string? endToEndTests = null,
        ApprovalPolicy? approval = null,
        Func<string?, IReleaseHost>? host = null,
        (int Number, string? Address)? pullRequest = null
    ) =>
        new(_repository.Path)
        {
            Staging = _staging,
            Production = _production,
            PortBase = _staging,
            Environment = environment,
            EndToEndTests = endToEndTests,
            Approval = approval ?? new ApprovalPolicy(),
            ReleasesTo = host,
            OpenApi = OpenApi,
            PullRequest = pullRequest?.Number,
            ReviewAddress = pullRequest?.Address,
            SlackWebhook = SlackWebhook,
            NoticeWebhook = NoticeWebhook?.Address,
            NoticeWebhookSecret = NoticeWebhook?.Secret,
        };

    /// <summary>Builds, pushes and deploys the checked-out commit in a new run, and answers that run.</summary>
    /// <param name="fault">How the backend misbehaves, as its program names it.</param>
    /// <param name="pending">What it lists as its pending migrations.</param>
    public async Task<SampleBuild> DeployAsync(string? environment = null, string? fault = null, string? pending = null)
    {
        var build = Build(environment);
        Push(build, fault, pending);
        await TargetRun.OfAsync(((IDeploy)build).Deploy);
        return build;
    }

    /// <summary>Builds and pushes the checked-out commit, and previews what deploying it would do.</summary>
    public async Task<SampleBuild> PreviewAsync(string environment)
    {
        var build = Build(environment);
        Push(build, fault: null);
        await TargetRun.OfAsync(((IPreview)build).Preview);
        return build;
    }

    /// <summary>A run that was told to skip the image, and finds under its version the one of another commit.</summary>
    public async Task<SampleBuild> PushAsOfAnotherCommitAsync()
    {
        IHazEnvironments other = Build();
        Push(other, fault: null);
        await CommitAsync("fix: a change");
        var build = Build();
        other.Store.Push(Path.Combine(other.ArtifactsDirectory, "images", "1"), build.Environments.ImageReference);
        return build;
    }

    public async Task<IReadOnlyDictionary<string, EnvironmentStatus>> StatusAsync() =>
        (await StatusCommand.ReportAsync(Build())).Environments.ToDictionary(
            environment => environment.Name,
            StringComparer.Ordinal
        );

    /// <summary>The version that answers at an environment's address.</summary>
    public async Task<string?> VersionAsync(string environment)
    {
        var answer = await _http.GetFromJsonAsync<JsonElement>(
            new Uri((await StatusAsync())[environment].Url, "version")
        );
        return answer.GetProperty("version").GetString();
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        foreach (var place in Place.All(Build()))
        {
            if (Directory.Exists(Path.Combine(_repository.Path, ".slipway", "environments", place.Spec.Name)))
                await place.DestroyAsync();
        }

        _repository.Dispose();
    }

    /// <summary>As Push does with what Image has written.</summary>
    static void Keep(IHazEnvironments build, BuiltImage image) =>
        ProvenanceStatement
            .Of(
                new ImageBuild
                {
                    Name = build.Backend.Name,
                    Image = image.Digest,
                    Parameters = new Dictionary<string, string>(StringComparer.Ordinal),
                    Commit = build.Revision.Commit,
                    Sdk = "10.0.100",
                    Builder = new BuilderIdentity(BuilderIdentity.Local, null),
                    Started = build.Revision.CommitTime,
                    Finished = build.Revision.CommitTime,
                }
            )
            .Save(Path.Combine(build.StateDirectory.Path, "provenance", $"{image.Digest.Hex}.provenance.json"));

    void Push(IHazEnvironments build, string? fault, string? pending = null)
    {
        var number = (++_images).ToString(CultureInfo.InvariantCulture);
        var content = Directory.CreateDirectory(Path.Combine(build.ArtifactsDirectory, "content", number)).FullName;
        foreach (var extension in (string[])[".dll", ".deps.json", ".runtimeconfig.json"])
        {
            var file = Path.ChangeExtension(Program, null) + extension;
            File.Copy(Path.Combine(AppContext.BaseDirectory, file), Path.Combine(content, file));
        }

        File.WriteAllText(Path.Combine(content, "revision.txt"), $"{build.Revision.Version}\n{fault}\n");
        if (pending is not null)
            File.WriteAllText(Path.Combine(content, "pending.json"), pending);
        var layout = Path.Combine(build.ArtifactsDirectory, "images", number);
        var image = ImageBuilder.Build(
            new ImageSpec
            {
                Reference = build.ImageReference,
                ContentDirectory = content,
                Title = "Sample",
                Version = build.Revision.Version,
                Revision = build.Revision.Commit,
                Created = build.Revision.CommitTime,
                Entrypoint = ["dotnet", $"/app/{Program}"],
            },
            layout
        );
        RunRecord.Of(build).Image = image;
        build.Store.Push(layout, build.ImageReference);
        Keep(build, image);
    }
}
