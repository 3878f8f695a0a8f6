using System.Globalization;
using Slipway.Workflows.Caching.Store;

namespace Slipway.Workflows.Tests.Caching.Store;

/// <summary>What <see cref="Program"/> does as <c>keep</c>: a build that keeps one result after the other, until it is killed.</summary>
static class StoreProcess
{
    /// <summary>Every result of a round has the same files in every process.</summary>
    public static int Keep(string store, string checkout, string target, int rounds)
    {
        var kept = new CacheStore(store, TimeProvider.System);
        Directory.CreateDirectory(Path.Combine(checkout, "out"));
        for (var round = 0; round < rounds; round++)
        {
            Console.WriteLine(round);
            var name = string.Create(CultureInfo.InvariantCulture, $"{target}{round % 8}");
            File.WriteAllText(Path.Combine(checkout, "out", "file"), ContentOf(round % 8));
            var why = kept.Keep(Entries.Kept(checkout).Take(Entries.Of(name), kept), []);
            if (why is not null)
                throw new IOException(why);
            kept.Trim();
        }

        return 0;
    }

    public static string ContentOf(int round) => new((char)('a' + round), 100_000);
}
