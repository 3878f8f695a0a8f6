namespace Slipway.Workflows.Jobs;

/// <summary>Where something is stated in C#.</summary>
/// <param name="File">As the compiler names it; reproducible builds begin it with <c>/_/</c> in place of the root.</param>
/// <param name="Line">Counted from 1.</param>
public sealed record SourcePlace(string File, int Line)
{
    const string MappedRoot = "/_/";

    /// <summary>In the form of compilers: <c>build/Build.Workflows.cs(12)</c>, which editors and terminals link.</summary>
    public override string ToString() =>
        $"{(File.StartsWith(MappedRoot, StringComparison.Ordinal) ? File[MappedRoot.Length..] : File)}({Line})";
}
