using System.Text;

namespace Slipway.Workflows.Running;

/// <summary>
/// Replaces secrets by <c>***</c>: each one, each line of it, and the forms in which programs print them (actions/runner,
/// ValueEncoders): base64 at each of the three offsets, JSON, XML, URL, command line. Safe to share between jobs.
/// </summary>
public sealed class SecretMasker
{
    const string Mask = "***";

    /// <summary>A part of base64 that is shorter than this stands for too little to be a secret.</summary>
    const int LeastPart = 8;

    readonly Lock _lock = new();
    volatile string[] _values = [];

    public SecretMasker(params IEnumerable<string> secrets)
    {
        foreach (var secret in secrets)
            Add(secret);
    }

    /// <summary>Nothing when it is empty or white space.</summary>
    public void Add(string secret)
    {
        if (string.IsNullOrWhiteSpace(secret))
            return;
        var lines = secret.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        lock (_lock)
            _values = [.. _values.Concat(lines.Prepend(secret).SelectMany(Forms)).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Whether there is a secret in a text: GitHub drops a job's output then.</summary>
    public bool Finds(string text) => Array.Exists(_values, value => text.Contains(value, StringComparison.Ordinal));

    /// <summary>The text without its secrets.</summary>
    public string Hide(string text) => Hide(text, Ranges(text));

    internal static string Hide(string text, IEnumerable<(int Start, int End)> ranges)
    {
        var hidden = new StringBuilder();
        var at = 0;
        foreach (var (start, end) in ranges)
        {
            hidden.Append(text, at, start - at).Append(Mask);
            at = end;
        }
        return at == 0 ? text : hidden.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>Where secrets are, in order; those that overlap or touch are one.</summary>
    internal List<(int Start, int End)> Ranges(string text)
    {
        var ranges = new List<(int Start, int End)>();
        foreach (var (start, end) in _values.SelectMany(value => Occurrences(text, value)).Order())
        {
            if (ranges is [.., var last] && start <= last.End)
                ranges[^1] = (last.Start, Math.Max(last.End, end));
            else
                ranges.Add((start, end));
        }
        return ranges;
    }

    /// <summary>How many of the text's last characters may be a secret's beginning.</summary>
    internal int OpenEnd(string text) => _values.Select(value => OpenEnd(text, value)).DefaultIfEmpty().Max();

    static int OpenEnd(string text, string value)
    {
        for (var length = Math.Min(text.Length, value.Length - 1); length > 0; length--)
        {
            if (text.AsSpan()[^length..].SequenceEqual(value.AsSpan(0, length)))
                return length;
        }
        return 0;
    }

    static IEnumerable<(int Start, int End)> Occurrences(string text, string value)
    {
        for (
            var at = text.IndexOf(value, StringComparison.Ordinal);
            at >= 0;
            at = text.IndexOf(value, at + 1, StringComparison.Ordinal)
        )
            yield return (at, at + value.Length);
    }

    static IEnumerable<string> Forms(string secret)
    {
        yield return secret;
        yield return secret.Replace("\"", "\\\"", StringComparison.Ordinal);
        yield return secret.Replace("'", "''", StringComparison.Ordinal);
        yield return JsonText.Write(secret)[1..^1];
        yield return System.Text.Json.JsonEncodedText.Encode(secret).ToString();
        yield return Uri.EscapeDataString(secret);
        yield return System.Security.SecurityElement.Escape(secret);
        if (secret.Length > 8 && secret[0] == '"' && secret[^1] == '"')
            yield return secret[1..^1];
        var bytes = Encoding.UTF8.GetBytes(secret);
        for (var offset = 0; offset < 3 && offset < bytes.Length; offset++)
        {
            yield return Convert.ToBase64String(bytes.AsSpan(offset));
            var whole = (bytes.Length - offset) / 3 * 3;
            if (whole / 3 * 4 >= LeastPart)
                yield return Convert.ToBase64String(bytes.AsSpan(offset, whole));
        }
    }
}
