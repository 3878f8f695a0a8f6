namespace Slipway.Reporting.Html;

/// <summary>The image that is promoted, by digest.</summary>
static class ImagePart
{
    const double Mebibyte = 1024 * 1024;

    public static Markup Of(DeployReportModel model) =>
        model.Image is not { } image
            ? Section.NotRun("Image")
            : Section.Of(
                "Image",
                Markup.Of(
                    $"""
                    <p><strong>{image.Name}</strong><br /><code>{image.Digest}</code></p>
                    <dl class="labels">{image.Labels.Select(Label)}</dl>
                    """
                ),
                image.Size is { } size ? Markup.Of($"{size / Mebibyte:0.0} MiB") : Markup.None
            );

    static Markup Label(KeyValuePair<string, string> label) =>
        Markup.Of($"<div><dt>{label.Key}</dt><dd>{label.Value}</dd></div>");
}
