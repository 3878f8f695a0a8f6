namespace Slipway.Reporting.Html;

/// <summary>The page about a run: one file without scripts and without anything to load.</summary>
public static class DeployReport
{
    /// <summary>Writes the page; one that is there already is replaced as a whole.</summary>
    /// <exception cref="IOException">The disk is full, or the directory cannot be written.</exception>
    public static void Write(DeployReportModel model, string path) => WholeFile.Write(path, ToHtml(model));

    /// <summary>The page, as <see cref="Write"/> writes it.</summary>
    public static string ToHtml(DeployReportModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return PageFrame.Of(
            $"{model.Title}: {OutcomeWords.Of(model.Outcome)}",
            model.IsRelease ? Release(model) : Deployment(model),
            model.Finished,
            "deploy.css"
        );
    }

    static Markup Deployment(DeployReportModel model) =>
        Markup.Of(
            $"""
            {HeadPart.Of(model)}
            {TimelinePart.Of(model)}
            {LivePart.Of(model)}
            {PlanPart.Of(model)}
            {ImagePart.Of(model)}
            {TestsPart.Of(model)}
            {CoveragePart.Of(model)}
            {ChecksPart.Of(model)}
            """
        );

    static Markup Release(DeployReportModel model) =>
        Markup.Of(
            $"""
            {HeadPart.Of(model)}
            {TimelinePart.Of(model)}
            {ChecksPart.Of(model)}
            {(model.Image is null ? Markup.None : ImagePart.Of(model))}
            {LivePart.Of(model)}
            """
        );
}
