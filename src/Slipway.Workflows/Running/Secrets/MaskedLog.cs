namespace Slipway.Workflows.Running;

/// <summary>
/// Masks secrets on their way to a log, also those that are cut over lines: a line whose end may be a secret's beginning
/// waits for the next one. Call <see cref="Flush"/> at the end.
/// </summary>
sealed class MaskedLog(IStepLog log, SecretMasker masker) : IStepLog
{
    readonly Lock _lock = new();
    readonly List<Pending> _pending = [];

    public void Write(LogLine line)
    {
        lock (_lock)
        {
            _pending.Add(new Pending(line));
            MarkSecrets(out var text);
            Release(FirstOf(masker.OpenEnd(text)));
        }
    }

    /// <summary>Nothing follows: what has waited is written.</summary>
    public void Flush()
    {
        lock (_lock)
            Release(_pending.Count);
    }

    void MarkSecrets(out string text)
    {
        text = string.Concat(_pending.Select(line => line.Text));
        foreach (var (start, end) in masker.Ranges(text))
        {
            var offset = 0;
            foreach (var line in _pending)
            {
                line.Mark(start - offset, end - offset);
                offset += line.Text.Length;
            }
        }
    }

    /// <summary>The index of the line in which the last characters begin.</summary>
    int FirstOf(int characters)
    {
        var index = _pending.Count;
        while (characters > 0)
            characters -= _pending[--index].Text.Length;
        return index;
    }

    void Release(int count)
    {
        foreach (var line in _pending.Take(count))
            log.Write(line.Masked(masker));
        _pending.RemoveRange(0, count);
    }

    sealed class Pending(LogLine line)
    {
        readonly bool[] _secret = new bool[line.Text.Length];

        public string Text => line.Text;

        public void Mark(int start, int end)
        {
            for (var at = Math.Max(start, 0); at < Math.Min(end, _secret.Length); at++)
                _secret[at] = true;
        }

        public LogLine Masked(SecretMasker masker) =>
            line with
            {
                Text = SecretMasker.Hide(line.Text, Ranges()),
                Annotation = line.Annotation is { } place
                    ? place with
                    {
                        Title = place.Title is { } title ? masker.Hide(title) : null,
                        File = place.File is { } file ? masker.Hide(file) : null,
                    }
                    : null,
            };

        IEnumerable<(int Start, int End)> Ranges()
        {
            for (var at = 0; at < _secret.Length; at++)
            {
                if (!_secret[at])
                    continue;
                var start = at;
                while (at < _secret.Length && _secret[at])
                    at++;
                yield return (start, at);
            }
        }
    }
}
