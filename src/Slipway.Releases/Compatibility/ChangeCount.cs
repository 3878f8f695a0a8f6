namespace Slipway.Releases.Compatibility;

/// <summary>How many changes were found, in words.</summary>
static class ChangeCount
{
    public static string Of(int changes, int breaking) =>
        (changes, breaking) switch
        {
            (0, _) => "no change",
            (1, 0) => "1 change, not breaking",
            (1, _) => "1 breaking change",
            (_, 0) => $"{changes} changes, none of them breaking",
            _ => $"{changes} changes, {breaking} of them breaking",
        };
}
