namespace Slipway.Reporting.Html;

/// <summary>The page about a run: one file without scripts and without anything to load.</summary>
public static class DeployReport
{
    /// <summary>Writes the page; one that is there already is replaced as a whole.</summary>
    /// <exception cref="IOException">The disk is full, or the directory cannot be written.</exception>
    public static void Write(DeployReportModel model, string path) => WholeFile.Write(path, ToHtml(model));

    /// <summary>The page. It is well-formed XML too, so that a program can read it.</summary>
    public static string ToHtml(DeployReportModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return Markup
            .Of(
                $"""
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="color-scheme" content="light dark" />
                <title>{model.Title}: {OutcomeWords.Of(model.Outcome)}</title>
                <style>{new Markup(Style())}</style>
                </head>
                <body>
                <main>
                {HeadPart.Of(model)}
                {TimelinePart.Of(model)}
                {LivePart.Of(model)}
                {PlanPart.Of(model)}
                {ImagePart.Of(model)}
                {TestsPart.Of(model)}
                {CoveragePart.Of(model)}
                {ChecksPart.Of(model)}
                </main>
                <footer>Made by Slipway at {model.Finished.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC</footer>
                </body>
                </html>

                """
            )
            .Text;
    }

    static string Style()
    {
        using var resource = typeof(DeployReport).Assembly.GetManifestResourceStream("deploy.css")!;
        using var reader = new StreamReader(resource);
        return reader.ReadToEnd();
    }
}
