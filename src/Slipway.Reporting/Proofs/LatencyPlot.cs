using Slipway.Reporting.Html;

namespace Slipway.Reporting.Proofs;

/// <summary>Latency over time on a logarithmic scale, and below it the operations with their steps.</summary>
static class LatencyPlot
{
    const double Left = 52;
    const double Right = 1000;
    const double Top = 8;
    const double Bottom = 220;
    const double OperationsAt = 246;
    const double StepsAt = 266;
    const double Height = 282;

    /// <summary>Narrower than this, a title does not fit into its operation and is left to the pointer.</summary>
    const double PerLetter = 6.4;

    public static Markup Of(ProofRecord proof)
    {
        if (proof.Slices.Count < 2)
            return Markup.None;
        var scale = new Scale(proof);
        return Markup.Of(
            $"""
            <svg class="plot" viewBox="0 0 1000 {Height:0}" role="img" aria-label="Latency over time">
            {Grid(scale)}
            <path class="slowest" d="{Area(scale, proof.Slices)}" />
            <path class="p99" d="{Line(scale, proof.Slices, slice => slice.P99)}" />
            <path class="p50" d="{Line(scale, proof.Slices, slice => slice.P50)}" />
            {proof.Events.Where(happened => happened.MovesTraffic).Select(happened => Moves(scale, happened))}
            {Seconds(scale)}
            {proof.Slices.Where(slice => slice.Failed > 0).Select(slice => Failed(scale, slice))}
            {proof.Events.Where(happened => happened.Depth == 0).Select(happened => Operation(scale, happened))}
            {proof.Events.Where(happened => happened.Depth == 1).Select(
                (happened, index) => Step(scale, happened, index)
            )}
            </svg>
            <p class="legend"><span><i></i>half were faster (p50)</span><span><i class="p99"></i>99 % were faster (p99)</span><span><i class="slow"></i>slowest</span><span><i class="moves"></i>traffic moves</span><span><i class="failed"></i>failed requests</span></p>
            """
        );
    }

    static IEnumerable<Markup> Grid(Scale scale) =>
        scale.Decades.Select(milliseconds =>
            Markup.Of(
                $"""<line class="grid" x1="{Left:0}" x2="{Right:0}" y1="{scale.Y(milliseconds):0.0}" y2="{scale.Y(milliseconds):0.0}" /><text x="{Left - 6:0}" y="{scale.Y(milliseconds) + 4:0.0}" text-anchor="end">{Label(milliseconds)}</text>"""
            )
        );

    static IEnumerable<Markup> Seconds(Scale scale) =>
        scale.Marks.Select(seconds =>
            Markup.Of(
                $"""<text x="{scale.X(seconds):0.0}" y="{Bottom + 15:0}" text-anchor="middle">{seconds:0} s</text>"""
            )
        );

    static string Label(double milliseconds) =>
        milliseconds < 1000 ? $"{milliseconds:0} ms" : $"{milliseconds / 1000:0} s";

    static string Line(Scale scale, IReadOnlyList<LatencySlice> slices, Func<LatencySlice, double> value) =>
        "M" + string.Join(" L", slices.Select(slice => scale.Point(slice.At, value(slice))));

    static string Area(Scale scale, IReadOnlyList<LatencySlice> slices) =>
        $"{Line(scale, slices, slice => slice.Max)} L{scale.Point(slices[^1].At, 0)} L{scale.Point(slices[0].At, 0)} Z";

    static Markup Moves(Scale scale, ProofEvent happened) =>
        Markup.Of(
            $"""<line class="moves" x1="{scale.X(happened.At):0.0}" x2="{scale.X(happened.At):0.0}" y1="{Top:0}" y2="{StepsAt + 12:0}"><title>{happened.Title}</title></line>"""
        );

    static Markup Failed(Scale scale, LatencySlice slice) =>
        Markup.Of(
            $"""<rect class="failed" x="{scale.X(slice.At) - 2:0.0}" y="{Top:0}" width="4" height="10"><title>{slice.Failed} failed</title></rect>"""
        );

    static Markup Operation(Scale scale, ProofEvent happened)
    {
        var (x, width) = scale.Span(happened);
        var fits = width > happened.Title.Length * PerLetter;
        return Markup.Of(
            $"""<rect class="operation" x="{x:0.0}" y="{OperationsAt:0}" width="{width:0.0}" height="18"><title>{happened.Title}</title></rect><text x="{x + 5:0.0}" y="{OperationsAt + 13:0}">{(fits ? happened.Title : "")}</text>"""
        );
    }

    static Markup Step(Scale scale, ProofEvent happened, int index)
    {
        var (x, width) = scale.Span(happened);
        var kind =
            happened.MovesTraffic ? " traffic"
            : index % 2 == 1 ? " odd"
            : "";
        return Markup.Of(
            $"""<rect class="step{kind}" x="{x:0.0}" y="{StepsAt:0}" width="{width:0.0}" height="12"><title>{happened.Title}</title></rect>"""
        );
    }

    /// <summary>Where a moment and a latency lie on the plot.</summary>
    sealed class Scale(ProofRecord proof)
    {
        const double Least = 1;

        readonly double _end = Math.Max(
            proof.Slices[^1].At,
            proof.Events.Select(happened => happened.Until ?? happened.At).DefaultIfEmpty(0).Max()
        );
        readonly int _decades = (int)Math.Ceiling(Math.Log10(Math.Max(100, proof.Slices.Max(slice => slice.Max))));

        public IEnumerable<double> Decades => Enumerable.Range(0, _decades + 1).Select(power => Math.Pow(10, power));

        /// <summary>Round seconds, at most twelve of them.</summary>
        public IEnumerable<double> Marks
        {
            get
            {
                double[] steps = [1, 2, 5, 10, 20, 30, 60, 120, 300, 600];
                var step = steps.First(seconds => _end / seconds <= 12 || seconds == steps[^1]);
                return Enumerable.Range(0, (int)(_end / step) + 1).Select(mark => mark * step);
            }
        }

        public double X(double seconds) => Left + ((Right - Left) * Math.Clamp(seconds / _end, 0, 1));

        public double Y(double milliseconds) =>
            Bottom - ((Bottom - Top) * Math.Log10(Math.Max(Least, milliseconds)) / _decades);

        public string Point(double seconds, double milliseconds) =>
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{X(seconds):0.0} {Y(milliseconds):0.0}");

        public (double X, double Width) Span(ProofEvent happened)
        {
            var x = X(happened.At);
            return (x, Math.Max(1.5, X(happened.Until ?? happened.At) - x));
        }
    }
}
