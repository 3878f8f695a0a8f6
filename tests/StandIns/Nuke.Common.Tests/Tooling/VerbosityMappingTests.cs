using Nuke.Common.Tooling;
using Nuke.Common.Tools.DotNet;

namespace Nuke.Common.Tests.Tooling;

[Collection(ProcessWide.Name)]
public sealed class VerbosityMappingTests : IDisposable
{
    readonly Verbosity _verbosity = NukeBuild.Verbosity;

    public void Dispose()
    {
        NukeBuild.Verbosity = _verbosity;
        VerbosityMapping.Set(typeof(DotNetVerbosity), _ => null);
    }

    [Theory]
    [InlineData(Verbosity.Quiet, "build --verbosity quiet")]
    [InlineData(Verbosity.Normal, "build --verbosity minimal")]
    [InlineData(Verbosity.Verbose, "build --verbosity detailed")]
    public void A_tool_is_as_loud_as_the_build(Verbosity verbosity, string expected)
    {
        NukeBuild.Verbosity = verbosity;

        new DotNetVerbosityMappingAttribute().OnBuildInitialized([], []);

        string.Join(' ', new DotNetBuildSettings().GetArguments()).Should().Be(expected);
        new DotNetBuildSettings().ResetVerbosity().Verbosity.Should().BeNull();
    }
}
