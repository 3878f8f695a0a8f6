using System.Globalization;
using System.Security.Cryptography;
using TinyGallery.Api.Data.Migrations;

namespace TinyGallery.Api.Configuration;

/// <summary>
/// Everything that can be set, read and checked once at start. Names here are those of environment variables:
/// <c>__</c> stands for the <c>:</c> of ASP.NET Core's configuration.
/// </summary>
sealed record GallerySettings
{
    /// <summary>High enough that a load test from one address is not mistaken for an attack.</summary>
    public const int DefaultPermitsPerSecond = 2000;

    public required DatabaseSettings Database { get; init; }

    /// <summary><c>Gallery__ApiKeySha256</c>: the SHA-256 of the key that writes need. Null: writes are off.</summary>
    public byte[]? ApiKeySha256 { get; init; }

    /// <summary><c>Gallery__RateLimit__PermitsPerSecond</c>: requests a second from one client address.</summary>
    public int PermitsPerSecond { get; init; } = DefaultPermitsPerSecond;

    /// <summary>
    /// <c>Gallery__Migrations__LockTimeoutSeconds</c> and <c>Gallery__Migrations__Attempts</c>: how <c>migrate</c> meets
    /// the locks of others.
    /// </summary>
    public LockPatience LockPatience { get; init; } = LockPatience.Default;

    /// <summary><c>Gallery__Environment</c>, else <c>SLIPWAY_ENVIRONMENT</c>: what /version says. Null: nobody said.</summary>
    public string? Environment { get; init; }

    /// <summary><c>SLIPWAY_SLOT</c>: blue or green, what /version says. Null: nobody said.</summary>
    public string? Slot { get; init; }

    /// <summary>True when <c>ASPNETCORE_ENVIRONMENT</c> is Development: logs for a reader instead of a program.</summary>
    public bool IsDevelopment { get; init; }

    /// <summary><c>ASPNETCORE_URLS</c> or <c>--urls</c>: where to listen. Default <c>http://localhost:5000</c>.</summary>
    public required IReadOnlyList<ListenAddress> Urls { get; init; }

    /// <exception cref="InvalidConfigurationException">A setting cannot be used.</exception>
    public static GallerySettings Read(IConfiguration configuration) =>
        new()
        {
            Database = DatabaseSettings.Read(
                configuration.GetConnectionString("Gallery"),
                configuration["Gallery:DataDirectory"]
            ),
            ApiKeySha256 = ReadSha256(configuration["Gallery:ApiKeySha256"]),
            PermitsPerSecond = ReadNumber(
                configuration["Gallery:RateLimit:PermitsPerSecond"],
                "Gallery__RateLimit__PermitsPerSecond",
                DefaultPermitsPerSecond,
                highest: 1_000_000
            ),
            LockPatience = ReadPatience(configuration.GetSection("Gallery:Migrations")),
            Environment = NullIfBlank(configuration["Gallery:Environment"] ?? configuration["SLIPWAY_ENVIRONMENT"]),
            Slot = NullIfBlank(configuration["SLIPWAY_SLOT"]),
            IsDevelopment = string.Equals(
                configuration[HostDefaults.EnvironmentKey],
                Environments.Development,
                StringComparison.OrdinalIgnoreCase
            ),
            Urls = ListenAddress.ParseList(configuration[WebHostDefaults.ServerUrlsKey]),
        };

    static byte[]? ReadSha256(string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
            return null;
        var hash = new byte[SHA256.HashSizeInBytes];
        var isHex = Convert.FromHexString(value.Trim(), hash, out var consumed, out var written);
        return isHex == System.Buffers.OperationStatus.Done && written == hash.Length && consumed == value.Trim().Length
            ? hash
            : throw new InvalidConfigurationException(
                "Gallery__ApiKeySha256 is not a SHA-256 in hexadecimal (64 digits). "
                    + "It is the hash of the key, not the key: printf %s \"$KEY\" | sha256sum"
            );
    }

    static LockPatience ReadPatience(IConfigurationSection migrations)
    {
        var patience = LockPatience.Default;
        var seconds = ReadNumber(
            migrations["LockTimeoutSeconds"],
            "Gallery__Migrations__LockTimeoutSeconds",
            (int)patience.Timeout.TotalSeconds,
            highest: 600
        );
        return patience with
        {
            Timeout = TimeSpan.FromSeconds(seconds),
            Attempts = ReadNumber(
                migrations["Attempts"],
                "Gallery__Migrations__Attempts",
                patience.Attempts,
                highest: 10
            ),
        };
    }

    static int ReadNumber(string? value, string name, int otherwise, int highest)
    {
        if (string.IsNullOrWhiteSpace(value))
            return otherwise;
        return
            int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= 1
            && number <= highest
            ? number
            : throw new InvalidConfigurationException(
                $"{name} is \"{value}\"; it takes a whole number from 1 to {highest}."
            );
    }

    static string? NullIfBlank(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
