using Nuke.Common;
using Slipway.Releases;

namespace Slipway.Components.Shipping;

/// <summary>Whoever sits in front of this run, if anybody does.</summary>
static class Person
{
    /// <summary>Both ends are a terminal and this is no build server: a question would be seen and could be answered.</summary>
    public static bool IsThere => NukeBuild.IsLocalBuild && !Console.IsInputRedirected && !Console.IsOutputRedirected;

    /// <summary>
    /// Who approves: the address that git puts on this person's commits; where git has none, user and machine, as the
    /// lease names its holder.
    /// </summary>
    public static async Task<string> NameAsync(INukeBuild build) =>
        await GitIdentity.OfUserAsync(build.RootDirectory) ?? $"{Environment.UserName}@{Environment.MachineName}";

    /// <summary>Only a clear yes is one.</summary>
    public static bool Agrees(string question)
    {
        Console.Write($"{question} [y/N] ");
        return Console.ReadLine()?.Trim() is "y" or "Y" or "yes";
    }
}
