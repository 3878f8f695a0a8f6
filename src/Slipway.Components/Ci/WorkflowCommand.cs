using System.Text;
using Serilog;
using Slipway.Delivery.State;
using Slipway.Workflows.Jobs;
using Slipway.Workflows.Pins;

namespace Slipway.Components.Ci;

/// <summary>Writes the workflows that a build states, or says how the committed ones differ.</summary>
static class WorkflowCommand
{
    const int ShownLines = 200;

    /// <exception cref="BuildException">What is stated cannot be done, or is not what is committed.</exception>
    public static void Run(IWorkflows build, IReadOnlyList<TargetFacts> targets)
    {
        var root = build.RootDirectory.ToString();
        var files = Generate(build, targets);
        var changed = files.Where(file => file.Differs).ToList();
        build.ReportSummary(_ =>
            _.With("Workflows", $"{build.Specs.Count}").With(build.Check ? "Differ" : "Written", $"{changed.Count}")
        );
        if (!build.Check)
            Write(files, root);
        if (build.Json)
            JsonOutput.Write(WorkflowsJson.Of(files, build.Check).ToJson());
        if (build.Check)
            Check(changed, files);
    }

    /// <exception cref="BuildException">What is stated cannot be done; each problem is logged.</exception>
    public static IReadOnlyList<GeneratedText> Generate(IWorkflows build, IReadOnlyList<TargetFacts> targets)
    {
        try
        {
            var root = build.RootDirectory.ToString();
            return WorkflowFiles.Of(build.Specs, targets, root, ActionPins.Read(root), build.WorkflowPage);
        }
        catch (GenerationException wrong)
        {
            foreach (var problem in wrong.Problems)
                Log.Error("{Problem:l}", problem);
            throw new BuildException(
                $"Workflows: {wrong.Problems.Count} problems, listed above; nothing was written.",
                wrong
            );
        }
    }

    static void Check(List<GeneratedText> changed, IReadOnlyList<GeneratedText> files)
    {
        if (changed.Count == 0)
        {
            Log.Information("{Count} files are what the build states", files.Count);
            return;
        }

        foreach (var file in changed)
        {
            foreach (var line in LineDiff.Of(file.File, file.Committed, file.Wanted).Take(ShownLines))
                Log.Error("{Line:l}", line);
        }

        throw new BuildException(
            $"{string.Join(", ", changed.Select(file => file.File))}: not what the build states, as listed above (+ is what it "
                + "would write). Change what is stated, or run ./build.sh Workflows and commit what it writes."
        );
    }

    static void Write(IReadOnlyList<GeneratedText> files, string root)
    {
        foreach (var file in files)
        {
            var path = Path.Combine(root, file.File);
            if (!file.Differs)
            {
                Log.Information("{File:l}: as it was", file.File);
            }
            else if (file.Wanted is { } text)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                DurableFile.Write(path, Encoding.UTF8.GetBytes(text), Disk.Real);
                Log.Information("{File:l}: written", file.File);
            }
            else
            {
                File.Delete(path);
                Log.Information("{File:l}: removed, because nothing states it any more", file.File);
            }
        }
    }
}
