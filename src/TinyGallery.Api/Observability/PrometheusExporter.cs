using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace TinyGallery.Api.Observability;

/// <summary>Listens to one meter, adds up what its instruments say, and writes it for Prometheus.</summary>
sealed class PrometheusExporter : IDisposable
{
    readonly MeterListener _listener = new();
    readonly Lock _lock = new();
    readonly List<Family> _families = [];

    public PrometheusExporter(Meter meter)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            // By reference: another service in this process may have a meter of the same name.
            if (ReferenceEquals(instrument.Meter, meter))
                listener.EnableMeasurementEvents(instrument, Add(instrument));
        };
        _listener.SetMeasurementEventCallback<int>(static (_, value, tags, family) => Record(family, value, tags));
        _listener.SetMeasurementEventCallback<long>(static (_, value, tags, family) => Record(family, value, tags));
        _listener.SetMeasurementEventCallback<double>(static (_, value, tags, family) => Record(family, value, tags));
        _listener.Start();
    }

    public string Export()
    {
        _listener.RecordObservableInstruments();
        var text = new StringBuilder();
        lock (_lock)
        {
            foreach (var family in _families)
                family.Write(text);
        }

        return text.ToString();
    }

    public void Dispose() => _listener.Dispose();

    Family Add(Instrument instrument)
    {
        var type = instrument switch
        {
            Histogram<double> => SeriesType.Histogram,
            Counter<long> => SeriesType.Counter,
            UpDownCounter<long> or ObservableGauge<int> => SeriesType.Gauge,
            _ => throw new NotSupportedException($"An instrument of type {instrument.GetType()} is not exported yet."),
        };
        var family = new Family(instrument, type);
        lock (_lock)
            _families.Add(family);
        return family;
    }

    static void Record(object? family, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        ((Family)family!).Record(value, tags);

    /// <summary>One instrument: a series for each combination of labels that was seen.</summary>
    sealed class Family(Instrument instrument, SeriesType type)
    {
        readonly string _name = PrometheusText.Name(instrument.Name, instrument.Unit, type);
        readonly double[] _bounds = [.. ((instrument as Histogram<double>)?.Advice?.HistogramBucketBoundaries ?? [])];
        readonly Dictionary<string, Series> _series = new(StringComparer.Ordinal);

        public void Record(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            var labels = new KeyValuePair<string, string>[tags.Length];
            var key = new StringBuilder();
            for (var i = 0; i < tags.Length; i++)
            {
                var text = Convert.ToString(tags[i].Value, CultureInfo.InvariantCulture) ?? "";
                labels[i] = new(tags[i].Key, text);
                key.Append(text).Append('\0');
            }

            lock (_series)
            {
                if (!_series.TryGetValue(key.ToString(), out var series))
                    _series[key.ToString()] = series = new Series(labels, new long[_bounds.Length + 1]);
                series.Record(value, _bounds, replace: instrument.IsObservable);
            }
        }

        public void Write(StringBuilder text)
        {
            PrometheusText.WriteHead(text, _name, instrument.Description ?? instrument.Name, type);
            lock (_series)
            {
                foreach (var series in _series.Values)
                {
                    if (type == SeriesType.Histogram)
                        WriteHistogram(text, series);
                    else
                        PrometheusText.WriteSample(text, _name, series.Labels, series.Sum);
                }
            }
        }

        void WriteHistogram(StringBuilder text, Series series)
        {
            var cumulative = 0L;
            for (var i = 0; i < series.Counts.Length; i++)
            {
                cumulative += series.Counts[i];
                var bound = PrometheusText.Number(i < _bounds.Length ? _bounds[i] : double.PositiveInfinity);
                PrometheusText.WriteSample(text, $"{_name}_bucket", [.. series.Labels, new("le", bound)], cumulative);
            }

            PrometheusText.WriteSample(text, $"{_name}_sum", series.Labels, series.Sum);
            PrometheusText.WriteSample(text, $"{_name}_count", series.Labels, cumulative);
        }
    }

    /// <param name="Counts">For a histogram: how many fell between the bound before and the one of the same index.</param>
    sealed record Series(KeyValuePair<string, string>[] Labels, long[] Counts)
    {
        public double Sum { get; private set; }

        public void Record(double value, double[] bounds, bool replace)
        {
            Sum = replace ? value : Sum + value;
            // A bound belongs to its bucket ("le": less or equal).
            var index = Array.BinarySearch(bounds, value);
            Counts[index < 0 ? ~index : index]++;
        }
    }
}
