using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace TinyGallery.Api.Observability;

/// <summary>What is measured of requests. Labels come from small, closed sets: a client cannot make up a new one.</summary>
sealed class GalleryMetrics : IDisposable
{
    readonly Counter<long> _requests;
    readonly Counter<long> _errors;
    readonly UpDownCounter<long> _inFlight;
    readonly Histogram<double> _duration;

    public GalleryMetrics(IMeterFactory factory)
    {
        Meter = factory.Create("TinyGallery");
        _requests = Meter.CreateCounter<long>("tinygallery.http.requests", description: "Requests answered.");
        _errors = Meter.CreateCounter<long>(
            "tinygallery.http.errors",
            description: "Requests answered with a status from 500, or broken off by a failure."
        );
        _inFlight = Meter.CreateUpDownCounter<long>(
            "tinygallery.http.requests.in_flight",
            description: "Requests that are being answered."
        );
        _duration = Meter.CreateHistogram(
            "tinygallery.http.request.duration",
            unit: "s",
            description: "Time from a request's head to the end of its answer.",
            advice: new InstrumentAdvice<double>
            {
                HistogramBucketBoundaries =
                [
                    0.001,
                    0.0025,
                    0.005,
                    0.01,
                    0.025,
                    0.05,
                    0.1,
                    0.25,
                    0.5,
                    1,
                    2.5,
                    5,
                    10,
                    30,
                ],
            }
        );
        Meter.CreateObservableGauge(
            "tinygallery.build.info",
            static () =>
                new Measurement<int>(
                    1,
                    new("version", BuildInfo.Current.Version),
                    new("commit", BuildInfo.Current.Commit)
                ),
            description: "Always 1; the labels say which build this is."
        );
    }

    public Meter Meter { get; }

    public void Started() => _inFlight.Add(1);

    public void Finished(string method, string route, int status, TimeSpan duration)
    {
        var tags = new TagList
        {
            { "method", method },
            { "route", route },
            { "status", status },
        };
        _inFlight.Add(-1);
        _requests.Add(1, tags);
        _duration.Record(duration.TotalSeconds, new("method", method), new("route", route));
        if (status >= StatusCodes.Status500InternalServerError)
            _errors.Add(1, tags);
    }

    public void Dispose() => Meter.Dispose();
}
