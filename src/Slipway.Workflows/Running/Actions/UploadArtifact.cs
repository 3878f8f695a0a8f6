using System.Globalization;
using Slipway.Workflows.Running.Artifacts;

namespace Slipway.Workflows.Running.Actions;

/// <summary><c>actions/upload-artifact</c>, version 4 on: files for other jobs of the run, without their modes.</summary>
sealed class UploadArtifact(ArtifactStore store) : ILocalAction
{
    public Task<ActionResult> RunAsync(ActionCall call, CancellationToken cancellation)
    {
        var with = call.With;
        var name = with.Find("name") is { Length: > 0 } given ? given : "artifact";
        if (with.Find("path") is not { Length: > 0 } path)
            throw new StepException("actions/upload-artifact: `path` is missing: say which files.");
        var files = UploadedFiles.Find(call.State.Workspace, path, with.Find("include-hidden-files") is "true");
        if (files.Count == 0)
        {
            var problem = $"No files were found with the path: {path.Trim()}. No artifact '{name}' is there.";
            if (with.Find("if-no-files-found") is "error")
                throw new StepException(problem);
            if (with.Find("if-no-files-found") is not "ignore")
                call.Log.Write(new LogLine(LogKind.Warning, problem));
            return Task.FromResult(ActionResult.Nothing);
        }
        var artifact = store.Put(name, files, with.Find("overwrite") is "true");
        var size = artifact.Size.ToString(CultureInfo.InvariantCulture);
        call.Log.Write($"{artifact.Files.Count} files, {size} bytes, as '{name}': sha256 {artifact.Digest}");
        return Task.FromResult(
            new ActionResult
            {
                Outputs = [("artifact-id", name), ("artifact-digest", artifact.Digest), ("artifact-url", "")],
            }
        );
    }
}
