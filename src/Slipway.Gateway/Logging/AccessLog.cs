using System.Globalization;
using System.Text;
using System.Threading.Channels;
using Slipway.Protocol.Files;

namespace Slipway.Gateway.Logging;

/// <summary>
/// Writes the access log behind the requests' backs, in batches. A disk that cannot keep up, or is full, costs lines (one
/// line says how many), never a request. Rotated at 10 MiB; five older files are kept.
/// </summary>
sealed class AccessLog : IAsyncDisposable
{
    const int Capacity = 32 * 1024;
    const long MaxBytes = 10 * 1024 * 1024;
    const int Kept = 5;
    static readonly TimeSpan BatchInterval = TimeSpan.FromMilliseconds(100);

    readonly string _path;
    readonly TimeProvider _time;
    readonly long _maxBytes;
    readonly Channel<AccessRecord> _records = Channel.CreateBounded<AccessRecord>(
        new BoundedChannelOptions(Capacity) { SingleReader = true }
    );
    readonly CancellationTokenSource _closing = new();
    readonly Task _writing;
    long _lost;

    public AccessLog(string path, TimeProvider time, long maxBytes = MaxBytes)
    {
        _path = path;
        _time = time;
        _maxBytes = maxBytes;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        _writing = Task.Run(WriteBatchesAsync);
    }

    /// <summary>Lines that were not written and not reported yet.</summary>
    public long Lost => Interlocked.Read(ref _lost);

    public void Write(in AccessRecord record)
    {
        if (!_records.Writer.TryWrite(record))
            Interlocked.Increment(ref _lost);
    }

    /// <summary>Writes what is left.</summary>
    public async ValueTask DisposeAsync()
    {
        _records.Writer.TryComplete();
        await _closing.CancelAsync();
        await _writing;
        _closing.Dispose();
    }

    async Task WriteBatchesAsync()
    {
        var text = new StringBuilder();
        while (await _records.Reader.WaitToReadAsync())
        {
            // Waking up once for many requests is what keeps this off the requests' time.
            await Task.Delay(BatchInterval, _time, _closing.Token)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            var lines = Format(text);
            try
            {
                await AppendAsync(text);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                Interlocked.Add(ref _lost, lines);
            }
        }
    }

    int Format(StringBuilder text)
    {
        text.Clear();
        if (Interlocked.Exchange(ref _lost, 0) is > 0 and var lost)
            text.Append(
                CultureInfo.InvariantCulture,
                $"{_time.GetUtcNow():yyyy-MM-ddTHH:mm:ss.fffZ} - {lost} lines lost\n"
            );
        var lines = 0;
        for (; lines < Capacity && _records.Reader.TryRead(out var record); lines++)
            record.AppendTo(text);
        return lines;
    }

    async Task AppendAsync(StringBuilder text)
    {
        if (new FileInfo(_path) is { Exists: true } file && file.Length >= _maxBytes)
        {
            RotatedFiles.MakeRoom(_path, Kept);
            File.Move(_path, RotatedFiles.Older(_path, 1));
        }

        await using var stream = new FileStream(_path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
        await using var writer = new StreamWriter(stream);
        await writer.WriteAsync(text);
    }
}
