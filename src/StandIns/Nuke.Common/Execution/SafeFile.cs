using System.Text;

namespace Nuke.Common.Execution;

/// <summary>Writes a file so that it is there as a whole, or as it was: aside, to the disk, and then under its name.</summary>
internal static class SafeFile
{
    public static void Write(string path, string text)
    {
        var aside = $"{path}.{Environment.ProcessId}.tmp";
        using (var stream = new FileStream(aside, FileMode.Create))
        {
            stream.Write(Encoding.UTF8.GetBytes(text));
            stream.Flush(flushToDisk: true);
        }

        File.Move(aside, path, overwrite: true);
    }
}
