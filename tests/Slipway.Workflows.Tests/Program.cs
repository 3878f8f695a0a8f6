using System.Globalization;
using Slipway.Workflows.Tests.Caching.Store;

namespace Slipway.Workflows.Tests;

/// <summary>The test assembly as a program: a process of its own, to run beside another or to be killed.</summary>
static class Program
{
    /// <param name="arguments"><c>keep STORE CHECKOUT TARGET ROUNDS</c></param>
    static int Main(string[] arguments)
    {
        switch (arguments)
        {
            case ["keep", var store, var checkout, var target, var rounds]:
                return StoreProcess.Keep(store, checkout, target, int.Parse(rounds, CultureInfo.InvariantCulture));
            default:
                return 2;
        }
    }
}
