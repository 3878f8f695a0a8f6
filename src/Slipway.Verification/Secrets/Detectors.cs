using System.Buffers;
using System.Text.RegularExpressions;

namespace Slipway.Verification.Secrets;

/// <summary>
/// What is looked for. A token's shape is its issuer's, as published in their documentation of secret scanning; the last
/// three look at names, and the last one at entropy too.
/// </summary>
static partial class Detectors
{
    /// <summary>An assigned value below this many bits per character reads like words, not like a secret.</summary>
    const double LeastEntropy = 3.2;

    static readonly string[] AssignedNames = ["password", "passwd", "secret", "api_key", "api-key", "apikey", "token"];

    /// <summary>In the order in which one secret is given to the more telling rule.</summary>
    public static IReadOnlyList<Detector> All { get; } =
    [
        For("private-key", "private key", PrivateKey(), "PRIVATE KEY"),
        For("aws-access-key", "AWS access key id", AwsAccessKey(), "AKIA", "ASIA") with
        {
            Accept = IsNotFromAmazonsManual,
        },
        For("aws-secret-key", "AWS secret access key", AwsSecretKey(), "secret") with
        {
            Accept = IsNotFromAmazonsManual,
        },
        For("github-token", "GitHub token", GitHubToken(), "ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_"),
        For("slack-token", "Slack token", SlackToken(), "xox"),
        For("slack-webhook", "Slack webhook", SlackWebhook(), "hooks.slack.com"),
        For("teams-webhook", "Microsoft Teams webhook", TeamsWebhook(), "webhook.office.com"),
        For("stripe-key", "Stripe key", StripeKey(), "k_live_", "k_test_"),
        For("npm-token", "npm token", NpmToken(), "npm_"),
        For("nuget-key", "NuGet API key", NuGetKey(), "oy2"),
        For("jwt", "JSON web token", JsonWebToken(), "eyJ"),
        For("azure-storage-key", "Azure storage account key", AzureStorageKey(), "AccountKey"),
        For("connection-string", "connection string with a password", ConnectionString(), "Password", "Pwd") with
        {
            Accept = value => !Placeholder.Is(value),
        },
        For("url-password", "address with a password", UrlPassword(), "://") with
        {
            Accept = value => !Placeholder.Is(value),
        },
        For("assigned-secret", "secret in an assignment", Assignment(), AssignedNames) with
        {
            Accept = value => !Placeholder.Is(value) && Entropy.BitsPerCharacter(value) >= LeastEntropy,
        },
    ];

    static Detector For(string id, string title, Regex pattern, params ReadOnlySpan<string> hints) =>
        new(new SecretRule(id, title), pattern, SearchValues.Create(hints, StringComparison.OrdinalIgnoreCase));

    static bool IsNotFromAmazonsManual(string value) =>
        !value.EndsWith("EXAMPLE", StringComparison.Ordinal) && !value.EndsWith("EXAMPLEKEY", StringComparison.Ordinal);

    const RegexOptions Exact = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;
    const RegexOptions AnyCase = Exact | RegexOptions.IgnoreCase;
    const int Limit = 2000;

    // The header alone, as in a document or a parser, is no key: base64 or a PEM header must follow.
    [GeneratedRegex(
        @"-----BEGIN ([A-Z]{1,12} ){0,2}PRIVATE KEY( BLOCK)?(?<secret>-----(\\[rn]|[\s""])+([A-Za-z0-9+/]{16}|(Proc-Type|DEK-Info|Version|Comment): )(\\[rn]|[A-Za-z0-9+/=\s"":,-]){0,8000})",
        Exact,
        Limit
    )]
    private static partial Regex PrivateKey();

    [GeneratedRegex(@"\b(AKIA|ASIA)[A-Z2-7]{16}\b", Exact, Limit)]
    private static partial Regex AwsAccessKey();

    [GeneratedRegex(
        @"secret_?(access_?)?key[""']?\s{0,4}[:=]\s{0,4}[""']?(?<secret>[A-Za-z0-9/+]{40})(?![A-Za-z0-9/+])",
        AnyCase,
        Limit
    )]
    private static partial Regex AwsSecretKey();

    [GeneratedRegex(@"\b(gh[pousr]_[A-Za-z0-9]{36,255}|github_pat_[A-Za-z0-9_]{22,255})\b", Exact, Limit)]
    private static partial Regex GitHubToken();

    [GeneratedRegex(@"\bxox[abeoprs]-[A-Za-z0-9-]{10,250}", Exact, Limit)]
    private static partial Regex SlackToken();

    [GeneratedRegex(@"hooks\.slack\.com/(services|workflows)/(?<secret>[A-Za-z0-9/]{30,120})", Exact, Limit)]
    private static partial Regex SlackWebhook();

    [GeneratedRegex(@"webhook\.office\.com/webhookb2/(?<secret>[A-Za-z0-9@/-]{60,250})", AnyCase, Limit)]
    private static partial Regex TeamsWebhook();

    [GeneratedRegex(@"\b[sr]k_(live|test)_[A-Za-z0-9]{16,250}\b", Exact, Limit)]
    private static partial Regex StripeKey();

    [GeneratedRegex(@"\bnpm_[A-Za-z0-9]{36}\b", Exact, Limit)]
    private static partial Regex NpmToken();

    [GeneratedRegex(@"\boy2[a-z0-9]{43}\b", Exact, Limit)]
    private static partial Regex NuGetKey();

    [GeneratedRegex(@"\beyJ[A-Za-z0-9_-]{8,2000}\.eyJ[A-Za-z0-9_-]{8,4000}\.[A-Za-z0-9_-]{16,2000}", Exact, Limit)]
    private static partial Regex JsonWebToken();

    [GeneratedRegex(@"AccountKey=(?<secret>[A-Za-z0-9+/]{86}==)", AnyCase, Limit)]
    private static partial Regex AzureStorageKey();

    [GeneratedRegex(
        @"\b(Host|Server|Data Source|User ID|Username|UID|User)\s?=[^\r\n]{1,300}?\b(Password|Pwd)\s?=\s?(?<secret>[^;""'`\s]{4,200})",
        AnyCase,
        Limit
    )]
    private static partial Regex ConnectionString();

    [GeneratedRegex(@"\b[a-z][a-z0-9+]{1,15}://[^\s:/@""'`<>]{1,80}:(?<secret>[^\s:/@""'`<>]{4,200})@", AnyCase, Limit)]
    private static partial Regex UrlPassword();

    [GeneratedRegex(
        @"(password|passwd|secret|api[_-]?key|token)[""']?\s{0,4}(:|=|:=|=>)\s{0,4}[""'](?<secret>[^""'\s]{12,200})[""']",
        AnyCase,
        Limit
    )]
    private static partial Regex Assignment();
}
