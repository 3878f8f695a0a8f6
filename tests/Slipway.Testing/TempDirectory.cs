namespace Slipway.Testing;

/// <summary>A directory of a test's own, gone when the test is over.</summary>
public sealed class TempDirectory : IDisposable
{
    /// <param name="path">Where it is made; default: below the system's temporary directory.</param>
    public TempDirectory(string? path = null)
    {
        Path = path is null
            ? Directory.CreateTempSubdirectory("slipway-").FullName
            : Directory.CreateDirectory(path).FullName;
    }

    public string Path { get; }

    public string this[string relative] => System.IO.Path.Combine(Path, relative);

    /// <summary>Writes a file below the directory, with its parents, and answers its full path.</summary>
    public string Write(string relative, string content)
    {
        var path = this[relative];
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return path;
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
            // A process that is still going away may hold a file: the system's temporary directory is cleaned anyway.
        }
    }
}
