namespace Slipway.Workflows.Running;

/// <summary>Port: takes a job's log, line by line, in order. Secrets are masked already.</summary>
public interface IStepLog
{
    void Write(LogLine line);
}

public enum LogKind
{
    Text,

    /// <summary>The lines up to the next <see cref="EndGroup"/> belong together under this one.</summary>
    Group,
    EndGroup,

    /// <summary>Of interest to who looks for a defect; GitHub shows them with ACTIONS_STEP_DEBUG.</summary>
    Debug,
    Notice,
    Warning,
    Error,
}

/// <param name="Text">Without a line break at its end.</param>
public sealed record LogLine(LogKind Kind, string Text)
{
    /// <summary>Of a notice, a warning or an error that names its place.</summary>
    public Annotation? Annotation { get; init; }

    public static implicit operator LogLine(string text) => new(LogKind.Text, text);
}

/// <summary>Where in the sources a notice, a warning or an error belongs. Lines and columns count from 1.</summary>
public sealed record Annotation
{
    public string? Title { get; init; }
    public string? File { get; init; }
    public int? Line { get; init; }
    public int? EndLine { get; init; }
    public int? Column { get; init; }
    public int? EndColumn { get; init; }
}
