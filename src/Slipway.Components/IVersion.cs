using Nuke.Common;
using Slipway.Releases;

namespace Slipway.Components;

/// <summary>The version of the commit, and why it is that one.</summary>
public interface IVersion : IHazJson
{
    Target Version =>
        _ =>
            _.Description("Prints the version and where it comes from; --json: GitVersion's variables")
                .Runs(async () =>
                {
                    var calculated = await VersionCalculation.RunAsync(new VersionRequest(RootDirectory));
                    if (Json)
                        JsonOutput.Write(VariableText.Json(calculated.Variables));
                    else
                        VersionReport.Write(Console.Out, calculated, RootDirectory);
                });
}
