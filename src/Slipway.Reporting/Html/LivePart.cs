namespace Slipway.Reporting.Html;

/// <summary>What is live where.</summary>
static class LivePart
{
    const string Title = "Live";
    static readonly string[] Columns = ["Environment", "State", "Slot", "Version", "Image", "Traffic", "Health"];

    public static Markup Of(DeployReportModel model) =>
        model.Environments is not { Count: > 0 } environments
            ? Section.NotRun(Title, "not looked at")
            : Section.Of(Title, Section.Table(Columns, environments.SelectMany(Rows)));

    static IEnumerable<Markup> Rows(ReportEnvironment environment)
    {
        var span = Math.Max(1, environment.Slots.Count);
        var head = Markup.Of(
            $"""
            <td rowspan="{span}"><strong>{environment.Name}</strong> <small>{environment.Platform}</small><br />{Link(
                environment.Url
            )}</td>
            <td rowspan="{span}">{environment.State}</td>
            """
        );
        if (environment.Slots.Count == 0)
            return [Markup.Of($"""<tr class="first">{head}<td colspan="5" class="none">nothing runs here</td></tr>""")];
        return environment.Slots.Select(
            (slot, index) => Markup.Of($"<tr{First(index)}>{(index == 0 ? head : Markup.None)}{Cells(slot)}</tr>")
        );
    }

    static Markup First(int index) => index == 0 ? Markup.Of($""" class="first" """) : Markup.None;

    static Markup Cells(ReportSlot slot) =>
        Markup.Of(
            $"""
            <td><span class="slot {slot.Name}">{slot.Name}</span></td>
            <td>{slot.Version ?? "–"}</td>
            <td>{Section.Digest(slot.Digest)}</td>
            <td class="number">{slot.Traffic} %</td>
            <td>{Health(slot)}</td>
            """
        );

    static Markup Health(ReportSlot slot) =>
        slot.Healthy switch
        {
            true => Markup.Of($"""<span class="badge good">healthy</span> <small>{slot.Instances} running</small>"""),
            false => Markup.Of(
                $"""<span class="badge bad">not healthy</span> <small>{slot.Instances} running</small>"""
            ),
            null => Markup.Of($"""<span class="badge idle">not running</span>"""),
        };

    /// <summary>Only what a browser may follow becomes a link: a name like <c>javascript:</c> stays text.</summary>
    static Markup Link(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? Markup.Of($"""<a href="{url}">{url}</a>""")
            : Markup.Of($"{url}");
}
