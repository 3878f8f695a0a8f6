namespace Slipway.Images;

/// <summary>An image's files in a directory, and how to start them there.</summary>
/// <param name="Digest">The image's.</param>
/// <param name="Root">The directory that is the image's <c>/</c>.</param>
/// <param name="Configuration">As the image has it.</param>
public sealed record UnpackedImage(Digest Digest, string Root, ImageConfiguration Configuration)
{
    /// <summary>The image's working directory, on this machine.</summary>
    public string WorkingDirectory => HostPath(Configuration.Config?.WorkingDirectory ?? "/");

    /// <summary>
    /// The image's command. Its program is a path on this machine when the image names it by an absolute path; else it is
    /// as it was: relative to <see cref="WorkingDirectory"/>, or to be found on the search path.
    /// </summary>
    public IReadOnlyList<string> Command
    {
        get
        {
            string[] all = [.. Configuration.Config?.Entrypoint ?? [], .. Configuration.Config?.Cmd ?? []];
            return all is [['/', ..] program, .. var arguments] ? [HostPath(program), .. arguments] : all;
        }
    }

    /// <summary>Where a path of the image lies on this machine.</summary>
    /// <exception cref="ImageException">It leads out of the image.</exception>
    public string HostPath(string imagePath) => RootedPath.Resolve(Root, RootedPath.Split(imagePath));
}
