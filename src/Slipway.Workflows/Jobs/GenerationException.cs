namespace Slipway.Workflows.Jobs;

/// <summary>Workflows that cannot be generated from what the build says.</summary>
public sealed class GenerationException(IReadOnlyList<SpecProblem> problems) : Exception(string.Join('\n', problems))
{
    public IReadOnlyList<SpecProblem> Problems => problems;
}

/// <summary>One thing to put right in C#.</summary>
/// <param name="Place">Where it is stated.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Remedy">What to do, as a sentence.</param>
public sealed record SpecProblem(SourcePlace Place, string Message, string Remedy)
{
    public override string ToString() => $"{Place}: {Message}. {Remedy}";
}
