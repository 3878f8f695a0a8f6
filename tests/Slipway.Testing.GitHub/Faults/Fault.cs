namespace Slipway.Testing.GitHub;

/// <summary>What goes wrong with one call.</summary>
public sealed record Fault
{
    Fault(string name, FaultKind kind)
    {
        Name = name;
        Kind = kind;
    }

    public string Name { get; }

    internal FaultKind Kind { get; }

    internal Func<DateTimeOffset, Answer>? Answer { get; private init; }

    internal Action? Death { get; private init; }

    public static Fault Unauthorized { get; } = Refuse(401, "Bad credentials");

    public static Fault Forbidden { get; } = Refuse(403, "Resource not accessible by personal access token");

    public static Fault NotFound { get; } = Refuse(404, "Not Found");

    public static Fault Conflict { get; } = Refuse(409, "Conflict");

    public static Fault Invalid { get; } = Refuse(422, "Validation Failed");

    public static Fault ServerError { get; } =
        new("500", FaultKind.Refuse) { Answer = _ => new Answer(500) { Html = "<html><body>Unicorn!</body></html>" } };

    public static Fault BadGateway { get; } = Refuse(502, "Server Error");

    /// <summary>What was asked is done, and the proxy says that it failed.</summary>
    public static Fault BadGatewayAfter { get; } =
        new("502 after it took effect", FaultKind.RefuseAfter)
        {
            Answer = _ => GitHub.Answer.Error(502, "Server Error"),
        };

    /// <summary>An upload that leaves an empty asset, as the reference says that a 502 may; elsewhere it is a 502.</summary>
    public static Fault HalfUpload { get; } =
        new("half an upload", FaultKind.HalfUpload) { Answer = _ => GitHub.Answer.Error(502, "Server Error") };

    /// <summary>No answer, and nothing is done.</summary>
    public static Fault TimeOutBefore { get; } = new("time out before", FaultKind.TimeOutBefore);

    /// <summary>No answer, and what was asked is done.</summary>
    public static Fault TimeOutAfter { get; } = new("time out after", FaultKind.TimeOutAfter);

    /// <summary>The connection ends before anything is done.</summary>
    public static Fault CutBefore { get; } = new("cut before", FaultKind.CutBefore);

    /// <summary>The connection ends in the middle of the answer; what was asked is done.</summary>
    public static Fault CutAnswer { get; } = new("cut answer", FaultKind.CutAnswer);

    /// <summary>The faults that pass when the call is made again.</summary>
    public static IReadOnlyList<Fault> Passing { get; } =
    [
        SecondaryLimit(TimeSpan.FromSeconds(3)),
        TooManyRequests(TimeSpan.FromSeconds(3)),
        PrimaryLimit(TimeSpan.FromSeconds(30)),
        ServerError,
        BadGateway,
        BadGatewayAfter,
        HalfUpload,
        TimeOutBefore,
        TimeOutAfter,
        CutBefore,
        CutAnswer,
    ];

    /// <summary>The faults that stay until somebody does something.</summary>
    public static IReadOnlyList<Fault> Lasting { get; } = [Unauthorized, Forbidden, NotFound, Conflict, Invalid];

    public static Fault Refuse(int status, string message) =>
        new($"{status}", FaultKind.Refuse) { Answer = _ => GitHub.Answer.Error(status, message) };

    /// <summary>403 with <c>Retry-After</c>.</summary>
    public static Fault SecondaryLimit(TimeSpan retryAfter) =>
        Limited(
            "secondary limit",
            403,
            "You have exceeded a secondary rate limit. Please wait a few minutes.",
            retryAfter
        );

    /// <summary>429 with <c>Retry-After</c>.</summary>
    public static Fault TooManyRequests(TimeSpan retryAfter) =>
        Limited("429", 429, "You have exceeded a secondary rate limit. Please wait a few minutes.", retryAfter);

    /// <summary>403, no request left, and the limit starts again after that time.</summary>
    public static Fault PrimaryLimit(TimeSpan reset) =>
        new("primary limit", FaultKind.Refuse)
        {
            Answer = now =>
                GitHub.Answer.Error(403, "API rate limit exceeded for user ID 1.") with
                {
                    Headers = new Dictionary<string, string>(StringComparer.Ordinal)
                    {
                        ["x-ratelimit-remaining"] = "0",
                        ["x-ratelimit-reset"] = $"{(now + reset).ToUnixTimeSeconds()}",
                    },
                },
        };

    /// <summary>Calls back, then ends the connection; nothing is done.</summary>
    public static Fault DieBefore(Action death) => new("die before", FaultKind.DieBefore) { Death = death };

    /// <summary>Does what was asked, calls back, then ends the connection.</summary>
    public static Fault DieAfter(Action death) => new("die after", FaultKind.DieAfter) { Death = death };

    static Fault Limited(string name, int status, string message, TimeSpan retryAfter) =>
        new(name, FaultKind.Refuse)
        {
            Answer = _ =>
                GitHub.Answer.Error(status, message) with
                {
                    Headers = new Dictionary<string, string>(StringComparer.Ordinal)
                    {
                        ["retry-after"] = $"{retryAfter.TotalSeconds:0}",
                    },
                },
        };

    public override string ToString() => Name;
}

enum FaultKind
{
    Refuse,
    RefuseAfter,
    HalfUpload,
    TimeOutBefore,
    TimeOutAfter,
    CutBefore,
    CutAnswer,
    DieBefore,
    DieAfter,
}
