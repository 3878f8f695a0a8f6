using Slipway.Components.Changelogs;

namespace Slipway.Components.Ci;

/// <summary>The files of a build's workflows, for a program.</summary>
sealed record WorkflowsJson(IReadOnlyList<WorkflowsJson.Entry> Files)
{
    /// <param name="File">Relative to the root, with <c>/</c>.</param>
    /// <param name="State"><c>unchanged</c>, <c>written</c> or <c>removed</c>; of a check, <c>unchanged</c> or <c>differs</c>.</param>
    internal sealed record Entry(string File, string State);

    public static WorkflowsJson Of(IEnumerable<GeneratedText> files, bool isCheck) =>
        new([.. files.Select(file => new Entry(file.File, StateOf(file, isCheck)))]);

    public string ToJson() => ReportJson.Write(this);

    static string StateOf(GeneratedText file, bool isCheck) =>
        !file.Differs ? "unchanged"
        : isCheck ? "differs"
        : file.Wanted is null ? "removed"
        : "written";
}
