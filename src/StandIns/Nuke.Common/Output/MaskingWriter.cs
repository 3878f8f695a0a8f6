using System.Text;

namespace Nuke.Common.Execution;

/// <summary>
/// Stands between everything that this process writes to the console and the console, and masks secrets. A secret that
/// is written in pieces is not seen; no logger and no process output here writes less than a line at a time.
/// </summary>
internal sealed class MaskingWriter(TextWriter inner) : TextWriter(inner.FormatProvider)
{
    private static TextWriter? s_installed;

    public override Encoding Encoding => inner.Encoding;

    public static void Install()
    {
        // The console wraps what it is given: what it answers with is what can be recognized.
        if (ReferenceEquals(Console.Out, s_installed))
            return;
        Console.SetOut(new MaskingWriter(Console.Out));
        Console.SetError(new MaskingWriter(Console.Error));
        s_installed = Console.Out;
    }

    public override void Write(char value) => inner.Write(value);

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(ReadOnlySpan<char> buffer) => Write(new string(buffer));

    public override void Write(string? value)
    {
        if (value != null)
            inner.Write(SecretMasking.Apply(value));
    }

    public override void WriteLine(string? value) => inner.WriteLine(SecretMasking.Apply(value ?? ""));

    public override void Flush() => inner.Flush();
}
