using System.Text.Json;
using Slipway.Components.Ci;

namespace Slipway.Components.Tests.Ci;

public sealed class WorkflowsJsonTests
{
    static readonly GeneratedText[] s_files =
    [
        new(".github/workflows/ci.yml", "on: push\n", "on: push\n"),
        new(".github/workflows/ship.yml", null, "on: push\n"),
        new(".github/workflows/old.yml", "on: push\n", null),
    ];

    [Fact]
    public void A_program_learns_what_became_of_each_file() =>
        States(isCheck: false).Should().Equal("ci.yml: unchanged", "ship.yml: written", "old.yml: removed");

    [Fact]
    public void A_program_learns_from_a_check_which_files_differ() =>
        States(isCheck: true).Should().Equal("ci.yml: unchanged", "ship.yml: differs", "old.yml: differs");

    static string[] States(bool isCheck)
    {
        using var json = JsonDocument.Parse(WorkflowsJson.Of(s_files, isCheck).ToJson());
        return
        [
            .. json
                .RootElement.GetProperty("files")
                .EnumerateArray()
                .Select(file =>
                    $"{Path.GetFileName(file.GetProperty("file").GetString())}: {file.GetProperty("state").GetString()}"
                ),
        ];
    }
}
