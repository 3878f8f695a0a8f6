namespace Slipway.Workflows.Running;

/// <summary>Masks a text of several lines: a job summary.</summary>
static class MaskedText
{
    public static string Of(string text, SecretMasker masker)
    {
        var lines = new Lines();
        var log = new MaskedLog(lines, masker);
        foreach (var line in text.Split('\n'))
            log.Write(line);
        log.Flush();
        return string.Join('\n', lines.All);
    }

    sealed class Lines : IStepLog
    {
        public List<string> All { get; } = [];

        public void Write(LogLine line) => All.Add(line.Text);
    }
}
