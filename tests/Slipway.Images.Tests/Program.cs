using System.Globalization;

namespace Slipway.Images.Tests;

/// <summary>The test assembly as a program: a process of its own, to run beside another or to be killed.</summary>
static class Program
{
    /// <param name="arguments"><c>push LAYOUT STORE NAME ROUNDS</c> or <c>unpack STORE DIGEST DIRECTORY ROUNDS</c></param>
    static int Main(string[] arguments)
    {
        switch (arguments)
        {
            case ["push", var layout, var store, var name, var rounds]:
                foreach (var round in Enumerable.Range(0, int.Parse(rounds, CultureInfo.InvariantCulture)))
                {
                    Console.WriteLine(round);
                    new OciStore(store).Push(
                        layout,
                        ImageReference.Parse(string.Create(CultureInfo.InvariantCulture, $"{name}:{round}"))
                    );
                }

                return 0;
            case ["unpack", var store, var digest, var directory, var rounds]:
                foreach (var round in Enumerable.Range(0, int.Parse(rounds, CultureInfo.InvariantCulture)))
                {
                    Console.WriteLine(round);
                    if (Directory.Exists(directory))
                        Directory.Delete(directory, recursive: true);
                    new OciStore(store).Unpack(Digest.Parse(digest), directory);
                }

                return 0;
            default:
                return 2;
        }
    }
}
