namespace Slipway.Testing;

/// <summary>What happens to a test whose real server is missing: skipped with one line here, a failure in CI.</summary>
public static class Servers
{
    /// <summary>Set to 1 where every server must be there (`.ci/run`): a missing one then fails its tests.</summary>
    public const string RequiredVariable = "SLIPWAY_REQUIRE_SERVERS";

    public static bool AreRequired => Environment.GetEnvironmentVariable(RequiredVariable) is "1" or "true";

    /// <summary>
    /// Call in a <c>[SkippableFact]</c> before the server is used. <paramref name="missing"/> says what is not there
    /// and how to get it.
    /// </summary>
    public static void Require(bool present, string missing)
    {
        if (present)
            return;
        if (AreRequired)
            throw new InvalidOperationException($"{missing} ({RequiredVariable}=1: a missing server is a failure.)");
        throw new Xunit.SkipException(missing);
    }
}
