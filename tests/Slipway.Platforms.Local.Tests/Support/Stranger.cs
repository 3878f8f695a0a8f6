using System.Globalization;
using System.Net;
using System.Text;

namespace Slipway.Platforms.Local.Tests.Support;

/// <summary>Listens on a port of loopback and answers whatever it is asked as a ready instance of some version would.</summary>
sealed class Stranger : IDisposable
{
    readonly HttpListener _listener = new();

    public Stranger(int port, string version)
    {
        _listener.Prefixes.Add(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/"));
        _listener.Start();
        _ = AnswerAsync(Encoding.UTF8.GetBytes($$"""{"version":"{{version}}"}"""));
    }

    public void Dispose() => _listener.Close();

    async Task AnswerAsync(byte[] body)
    {
        try
        {
            while (true)
            {
                var context = await _listener.GetContextAsync();
                await context.Response.OutputStream.WriteAsync(body);
                context.Response.Close();
            }
        }
        catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
        {
            // The one way out.
        }
    }
}
