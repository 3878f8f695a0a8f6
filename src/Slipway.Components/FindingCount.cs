namespace Slipway.Components;

static class FindingCount
{
    public static string Of(int count) => count is 1 ? "1 finding" : $"{count} findings";
}
