namespace Slipway.Workflows.Running;

/// <summary>How contexts name what our enumerations name.</summary>
static class Words
{
    public static string Of<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
