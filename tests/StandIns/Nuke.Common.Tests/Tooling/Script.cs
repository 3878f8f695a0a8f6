using Nuke.Common.IO;
using Nuke.Common.Tooling;
using Slipway.Testing;

namespace Nuke.Common.Tests.Tooling;

/// <summary>A tool of a test's own.</summary>
internal static class Script
{
    public static string WriteScript(this TempDirectory directory, string name, string text) =>
        ((AbsolutePath)directory.Write(name, "#!/bin/sh\n" + text)).SetUnixPermissions(700);
}
