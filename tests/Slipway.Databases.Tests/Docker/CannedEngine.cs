using System.Net.Sockets;
using System.Text;

namespace Slipway.Databases.Tests.Docker;

/// <summary>An engine on a real socket that gives prepared answers: for the failures that a healthy one never shows.</summary>
sealed class CannedEngine : IDisposable
{
    readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    readonly Dictionary<string, string> _answers;

    /// <param name="answers">From the first words of a request, method and path, to status and body.</param>
    public CannedEngine(string socket, params (string Request, int Status, string Body)[] answers)
    {
        _answers = answers.ToDictionary(
            answer => answer.Request,
            answer =>
                $"HTTP/1.1 {answer.Status} X\r\nContent-Length: {Encoding.UTF8.GetByteCount(answer.Body)}\r\n"
                + $"Connection: close\r\n\r\n{answer.Body}"
        );
        _listener.Bind(new UnixDomainSocketEndPoint(socket));
        _listener.Listen();
        _ = Task.Run(AnswerAsync);
    }

    public void Dispose() => _listener.Dispose();

    async Task AnswerAsync()
    {
        while (true)
        {
            using var connection = await _listener.AcceptAsync();
            var buffer = new byte[8192];
            var request = Encoding.UTF8.GetString(buffer, 0, await connection.ReceiveAsync(buffer));
            var answer = _answers.FirstOrDefault(known => request.StartsWith(known.Key, StringComparison.Ordinal));
            await connection.SendAsync(
                Encoding.UTF8.GetBytes(answer.Value ?? "HTTP/1.1 404 X\r\nContent-Length: 0\r\n\r\n")
            );
            connection.Shutdown(SocketShutdown.Send);
        }
    }
}
