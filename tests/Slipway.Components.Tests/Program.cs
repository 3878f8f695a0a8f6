using Slipway.Components.Tests.Support;

namespace Slipway.Components.Tests;

/// <summary>The test assembly as a program: a build with a real engine around it.</summary>
static class Program
{
    static int Main() => CachedBuild.Run();
}
