// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common.Utilities;

namespace Nuke.Common.Tooling;

/// <summary>What to expect of a process and of its output.</summary>
public static class ProcessExtensions
{
    /// <exception cref="ArgumentException">The process did not exit within its time limit.</exception>
    public static IProcess AssertWaitForExit(this IProcess process)
    {
        Assert.True(process != null);
        Assert.True(process.WaitForExit(), $"Process '{Path.GetFileName(process.FileName)}' exceeded its time limit");
        return process;
    }

    /// <exception cref="ProcessException">The exit code is not 0.</exception>
    public static IProcess AssertZeroExitCode(this IProcess process)
    {
        process.AssertWaitForExit();
        return process.ExitCode == 0 ? process : throw new ProcessException(process);
    }

    /// <exception cref="ArgumentException">Something was written to the error stream.</exception>
    public static IReadOnlyCollection<Output> EnsureOnlyStd(this IReadOnlyCollection<Output> output)
    {
        foreach (var line in output)
            Assert.True(line.Type == OutputType.Std, $"Unexpected error output: {line.Text}");
        return output;
    }

    /// <summary>The lines of standard output as one text.</summary>
    public static string StdToText(this IEnumerable<Output> output) =>
        output.Where(x => x.Type == OutputType.Std).Select(x => x.Text).JoinNewLine();
}
