namespace Benchmarks;

static class Repository
{
    /// <summary>The root of the repository that this program was built in.</summary>
    public static string Root()
    {
        for (
            var directory = AppContext.BaseDirectory;
            directory is not null;
            directory = Path.GetDirectoryName(directory)
        )
        {
            if (File.Exists(Path.Combine(directory, "build.sh")))
                return directory;
        }

        throw new BenchmarkException("build.sh is not above this program: run it from the repository.");
    }
}
