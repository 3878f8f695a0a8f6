namespace Nuke.Common.Execution;

/// <summary><c>--verbosity</c>, which is needed before there is a build.</summary>
internal static class VerbosityParameter
{
    /// <exception cref="BuildInputException">There is no such verbosity.</exception>
    public static Verbosity Find()
    {
        var given = ParameterSources.Current.FindOutsideFiles(nameof(Verbosity), separator: null);
        if (given?.Texts is not [var text])
            return Verbosity.Normal;

        return Enum.TryParse<Verbosity>(text, ignoreCase: true, out var verbosity) && Enum.IsDefined(verbosity)
            ? verbosity
            : throw new BuildInputException(
                $"Parameter --verbosity ({given.Source}): '{text}' is none of {string.Join(", ", Enum.GetNames<Verbosity>())}."
            );
    }
}
