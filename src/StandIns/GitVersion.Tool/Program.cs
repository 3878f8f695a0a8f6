using GitVersion;
using Slipway.Releases;

// Answers the command line of GitVersion 6 (gitversion.net/docs/usage/cli/arguments) with its JSON.
try
{
    var options = CommandLine.Parse(args);
    if (options.IsHelp)
        Console.WriteLine(CommandLine.Help);
    else if (options.IsVersion)
        Console.WriteLine("6.8.2, Slipway's stand-in");
    else
        await Answer.WriteAsync(options, Console.Out);
    return 0;
}
catch (ReleaseException exception)
{
    // GitVersion says nothing where it writes no log; a failure without a reason helps nobody.
    await Console.Error.WriteLineAsync(exception.Message);
    return 1;
}
