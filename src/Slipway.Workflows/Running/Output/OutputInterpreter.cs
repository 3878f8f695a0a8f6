namespace Slipway.Workflows.Running;

/// <summary>Takes a script's lines: does what the workflow commands among them say, and logs the others.</summary>
sealed class OutputInterpreter(IStepLog log, SecretMasker masker)
{
    static readonly HashSet<string> Known = new(
        "add-mask add-matcher add-path debug echo endgroup error group notice remove-matcher save-state set-env"
            .Split(' ')
            .Concat("set-output stop-commands warning pause-logging".Split(' ')),
        StringComparer.OrdinalIgnoreCase
    );

    readonly Lock _lock = new();
    string? _resumeToken;
    bool _isClosed;

    /// <summary>Of the old command <c>set-output</c>.</summary>
    public Dictionary<string, string> Outputs { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Of the old command <c>save-state</c>.</summary>
    public Dictionary<string, string> State { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A command could not be done, and the step fails for it.</summary>
    public bool HasFailed { get; private set; }

    public void Take(string line)
    {
        lock (_lock)
        {
            if (_isClosed)
                return;
            if (!WorkflowCommand.TryParse(line, out var command) || !Take(command, line))
                log.Write(line);
        }
    }

    /// <summary>What a process that lives longer than its step writes later belongs to no step.</summary>
    public void Close()
    {
        lock (_lock)
            _isClosed = true;
    }

    /// <returns>False when the line is a text like any other.</returns>
    bool Take(WorkflowCommand command, string line)
    {
        if (_resumeToken is not null)
        {
            if (!command.Name.Equals(_resumeToken, StringComparison.OrdinalIgnoreCase))
                return false;
            _resumeToken = null;
            log.Write(line);
            return true;
        }
        if (!Known.Contains(command.Name))
            return false;
        Do(command, line);
        return true;
    }

    void Do(WorkflowCommand command, string line)
    {
        switch (command.Name.ToLowerInvariant())
        {
            case "error":
                log.Write(new LogLine(LogKind.Error, command.Data) { Annotation = command.Place() });
                break;
            case "warning":
                log.Write(new LogLine(LogKind.Warning, command.Data) { Annotation = command.Place() });
                break;
            case "notice":
                log.Write(new LogLine(LogKind.Notice, command.Data) { Annotation = command.Place() });
                break;
            case "debug":
                log.Write(new LogLine(LogKind.Debug, command.Data));
                break;
            case "group":
                log.Write(new LogLine(LogKind.Group, command.Data));
                break;
            case "endgroup":
                log.Write(new LogLine(LogKind.EndGroup, ""));
                break;
            case "add-mask" when string.IsNullOrWhiteSpace(command.Data):
                log.Write(new LogLine(LogKind.Warning, "::add-mask:: without a value masks nothing."));
                break;
            case "add-mask":
                masker.Add(command.Data);
                break;
            case "stop-commands":
                Stop(command.Data, line);
                break;
            case "set-output":
                Set(Outputs, command, "GITHUB_OUTPUT");
                break;
            case "save-state":
                Set(State, command, "GITHUB_STATE");
                break;
            case "set-env":
                Refuse(command, "GITHUB_ENV");
                break;
            case "add-path":
                Refuse(command, "GITHUB_PATH");
                break;
            default:
                log.Write(new LogLine(LogKind.Debug, $"::{command.Name}:: does nothing here."));
                break;
        }
    }

    void Stop(string token, string line)
    {
        if (token.Length == 0 || Known.Contains(token))
        {
            Fail(
                $"::stop-commands:: needs a token that is no command: '{token}' is none. Take one that nobody can guess."
            );
            return;
        }
        _resumeToken = token;
        log.Write(line);
    }

    void Set(Dictionary<string, string> values, WorkflowCommand command, string file)
    {
        if (!command.Properties.TryGetValue("name", out var name))
        {
            Fail(
                $"::{command.Name}:: needs a name: ::{command.Name} name=…::. Better, write name=value to the file {file}."
            );
            return;
        }
        values[name] = command.Data;
        var advice = $"::{command.Name}:: is deprecated on GitHub: write {name}=value to the file {file}.";
        log.Write(new LogLine(LogKind.Warning, advice));
    }

    void Refuse(WorkflowCommand command, string file) =>
        Fail($"::{command.Name}:: is disabled, as on GitHub: write to the file {file} instead.");

    void Fail(string problem)
    {
        HasFailed = true;
        log.Write(new LogLine(LogKind.Error, problem));
    }
}
