namespace Slipway.Images;

/// <summary>What is known of how an image was built.</summary>
public sealed record ImageBuild
{
    /// <summary>The image's name, without registry and tag.</summary>
    public required string Name { get; init; }

    public required Digest Image { get; init; }

    /// <summary>What was asked for, from outside.</summary>
    public required IReadOnlyDictionary<string, string> Parameters { get; init; }

    /// <summary>Where the sources are, without credentials; null: nowhere but here.</summary>
    public Uri? Repository { get; init; }

    /// <summary>The commit's full id.</summary>
    public required string Commit { get; init; }

    /// <summary>The tree had changes beside that commit, so that it alone does not give the image.</summary>
    public bool IsDirty { get; init; }

    /// <summary>Null: the image holds the application alone.</summary>
    public Digest? BaseImage { get; init; }

    /// <summary>The .NET SDK's version.</summary>
    public required string Sdk { get; init; }

    /// <summary>Files that decide which packages and tools are used, by their paths from the root.</summary>
    public IReadOnlyDictionary<string, Digest> Locks { get; init; } =
        new Dictionary<string, Digest>(StringComparer.Ordinal);

    public required BuilderIdentity Builder { get; init; }

    public required DateTimeOffset Started { get; init; }

    public required DateTimeOffset Finished { get; init; }
}

/// <summary>Who built: what a build platform says of itself, which nothing here proves.</summary>
/// <param name="Id">A URI.</param>
/// <param name="Invocation">The run, a URI; null: it has none.</param>
public sealed record BuilderIdentity(string Id, string? Invocation)
{
    /// <summary>Somebody's machine: it promises nothing.</summary>
    public const string Local = "https://slipway.dev/builders/local/v1";

    /// <summary>On GitHub the workflow that runs, at its ref (docs.github.com, "Default environment variables").</summary>
    /// <param name="environment">Answers an environment variable.</param>
    public static BuilderIdentity Of(Func<string, string?> environment)
    {
        // What runs a workflow on a machine of one's own answers everything else as GitHub does; its runner names each job's
        // processes so (actions/runner, JobExtension.cs).
        var isGitHub =
            environment("GITHUB_ACTIONS") is "true"
            && environment("RUNNER_TRACKING_ID")?.StartsWith("github_", StringComparison.Ordinal) is true;
        if (
            !isGitHub
            || !Uri.TryCreate(environment("GITHUB_SERVER_URL"), UriKind.Absolute, out var server)
            || environment("GITHUB_WORKFLOW_REF") is not { Length: > 0 } workflow
        )
            return new BuilderIdentity(Local, null);
        var root = server.GetLeftPart(UriPartial.Authority);
        return new BuilderIdentity(
            $"{root}/{workflow}",
            environment("GITHUB_REPOSITORY") is { Length: > 0 } repository
            && environment("GITHUB_RUN_ID") is { Length: > 0 } run
                ? $"{root}/{repository}/actions/runs/{run}/attempts/{environment("GITHUB_RUN_ATTEMPT") ?? "1"}"
                : null
        );
    }
}
