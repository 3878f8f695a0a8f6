using System.Globalization;
using Slipway.Workflows.Model;

namespace Slipway.Workflows.Jobs.Planning;

/// <summary>
/// What a target produces goes from job to job as one tar, which keeps modes and layout as upload-artifact's own archives do
/// not, and is taken up only when its SHA-256 is the one that the producing job has stated.
/// </summary>
static class ArtifactSteps
{
    const string Index = "${{ strategy.job-index }}";
    const string RunnerTemp = "${{ runner.temp }}";

    /// <summary>In the job that makes the files.</summary>
    public static IEnumerable<Step> HandOver(TargetFacts target, PlannedJob job, Actions actions)
    {
        var name = Casing.Kebab(target.Name);
        var isMatrix = JobMatrices.Count(job) is not null;
        yield return new RunStep(PackScript(target, name, isMatrix))
        {
            Name = $"Pack what {target.Name} has made",
            Id = StepId(target),
            If = job.MayFail ? "!cancelled()" : null,
            Env = isMatrix ? [("INDEX", Index)] : [],
        };
        yield return new ActionStep(actions["actions/upload-artifact"])
        {
            Name = $"Hand on what {target.Name} has made",
            If = job.MayFail ? $"!cancelled() && steps.{StepId(target)}.outcome == 'success'" : null,
            With =
            [
                ("name", isMatrix ? $"{name}.{Index}" : name),
                ("path", $"{RunnerTemp}/{(isMatrix ? $"{name}.{Index}" : name)}.tar"),
                ("if-no-files-found", "error"),
                ("overwrite", "true", "Whoever runs a failed job again has an artifact of that name already."),
            ],
        };
    }

    /// <summary>In a job that takes them: two steps, for GitHub has no command that does what its action does.</summary>
    public static IEnumerable<Step> TakeUp(
        TargetFacts target,
        PlannedJob producer,
        PlannedJob consumer,
        Actions actions
    )
    {
        var name = Casing.Kebab(target.Name);
        var hashes = Outputs(target, producer)
            .Select(output =>
                consumer.Called is null ? $"needs.{producer.Id}.outputs.{output.Key}" : $"inputs.{output.Key}"
            )
            .ToList();
        var isMatrix = JobMatrices.Count(producer) is not null;
        // What may have failed may have left nothing.
        var condition = producer.MayFail ? string.Join(" || ", hashes.Select(hash => $"{hash} != ''")) : null;
        yield return new ActionStep(actions["actions/download-artifact"])
        {
            Name = $"Fetch what {target.Name} has made",
            If = condition,
            With = isMatrix
                ? [("pattern", $"{name}.*"), ("merge-multiple", "true"), ("path", RunnerTemp)]
                : [("name", name), ("path", RunnerTemp)],
        };
        yield return new RunStep(UnpackScript(name, isMatrix ? hashes.Count : null, producer.MayFail))
        {
            Name = $"Check it and unpack it",
            If = condition,
            Env = ValueMap.From(
                hashes.Select(
                    (hash, index) => new Entry<string>(isMatrix ? Variable(index) : "SHA256", $"${{{{ {hash} }}}}")
                )
            ),
        };
    }

    /// <summary>Files that no job takes.</summary>
    public static Step Report(TargetFacts target, PlannedJob job, Actions actions) =>
        new ActionStep(actions["actions/upload-artifact"])
        {
            Name = $"Keep what {target.Name} has made",
            If = "!cancelled()",
            With =
            [
                (
                    "name",
                    JobMatrices.Count(job) is null ? Casing.Kebab(target.Name) : $"{Casing.Kebab(target.Name)}.{Index}"
                ),
                ("path", string.Join('\n', target.Produces)),
                ("if-no-files-found", "ignore"),
                ("overwrite", "true"),
            ],
        };

    /// <summary>
    /// The job's outputs that hold the hashes. Of a matrix, each run sets its own: GitHub keeps, of all the runs, what is
    /// not empty (docs.github.com: "Using job outputs in a matrix job").
    /// </summary>
    public static IEnumerable<Entry<string>> Outputs(TargetFacts target, PlannedJob job)
    {
        var name = Casing.Kebab(target.Name);
        if (JobMatrices.Count(job) is not { } count)
            return
            [
                new Entry<string>(
                    $"{name}-sha256",
                    $"${{{{ steps.{StepId(target)}.outputs.sha256 }}}}",
                    $"of what {target.Name} has made"
                ),
            ];
        return Enumerable
            .Range(0, (int)Math.Min(count, int.MaxValue))
            .Select(index => new Entry<string>(
                Invariant($"{name}-sha256-{index}"),
                $"${{{{ steps.{StepId(target)}.outputs.sha256-{index.ToString(CultureInfo.InvariantCulture)} }}}}"
            ));
    }

    static string PackScript(TargetFacts target, string name, bool isMatrix)
    {
        var tar = $"$RUNNER_TEMP/{name}{(isMatrix ? ".$INDEX" : "")}.tar";
        var patterns = target.Produces.Select(WholeDirectory).Select(ShellWords.Pattern).ToList();
        var files = patterns is [var single] ? single : $"\n  {string.Join("\n  ", patterns)}\n";
        return $$"""
            shopt -s dotglob globstar nullglob
            files=({{files}})
            if [ ${#files[@]} -eq 0 ]; then
              echo "::error::{{target.Name}} has left none of the files that it says it produces"
              exit 1
            fi
            printf '%s\0' "${files[@]}" | LC_ALL=C sort -zu |
              tar --create --file "{{tar}}" --null --files-from - \
                --sort=name --mtime=@0 --owner=0 --group=0 --numeric-owner
            read -r sha256 _ < <(sha256sum "{{tar}}")
            echo "sha256{{(isMatrix ? "-$INDEX" : "")}}=$sha256" >> "$GITHUB_OUTPUT"
            """;
    }

    static string UnpackScript(string name, int? runs, bool mayBeMissing)
    {
        if (runs is not { } count)
            return Unpack("SHA256", name);
        return string.Join(
            '\n',
            Enumerable
                .Range(0, count)
                .Select(index =>
                {
                    var variable = Variable(index);
                    var unpack = Unpack(variable, Invariant($"{name}.{index}"));
                    return mayBeMissing
                        ? $"if [ -n \"${variable}\" ]; then\n  {unpack.Replace("\n", "\n  ", StringComparison.Ordinal)}\nfi"
                        : unpack;
                })
        );
    }

    static string Unpack(string variable, string name) =>
        $"""
            sha256sum --check --strict <<< "${variable}  $RUNNER_TEMP/{name}.tar"
            tar --extract --preserve-permissions --file "$RUNNER_TEMP/{name}.tar"
            """;

    static string Variable(int index) => Invariant($"SHA256_{index}");

    static string StepId(TargetFacts target) => $"pack-{Casing.Kebab(target.Name)}";

    /// <summary>tar takes a directory with all that is in it.</summary>
    static string WholeDirectory(string pattern) =>
        pattern.EndsWith("/**", StringComparison.Ordinal) ? pattern[..^3]
        : pattern.EndsWith("/**/*", StringComparison.Ordinal) ? pattern[..^5]
        : pattern;

    static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
