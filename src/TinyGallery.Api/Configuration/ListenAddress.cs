namespace TinyGallery.Api.Configuration;

/// <summary>An address to listen on: <c>http://host:port</c>, where the host may be <c>*</c> or <c>+</c> for all.</summary>
sealed record ListenAddress(string Url)
{
    const string Default = "http://localhost:5000";

    /// <summary>Where a program on the same machine reaches it.</summary>
    public Uri Local()
    {
        var address = BindingAddress.Parse(Url);
        var host = address.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "127.0.0.1" : address.Host;
        return new UriBuilder(Uri.UriSchemeHttp, host, address.Port).Uri;
    }

    /// <param name="value">Addresses separated by <c>;</c>; nothing means <c>http://localhost:5000</c>.</param>
    /// <exception cref="InvalidConfigurationException">One of them is not an address, or asks for TLS.</exception>
    public static IReadOnlyList<ListenAddress> ParseList(string? value)
    {
        var urls = (value ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return urls.Length == 0 ? [new ListenAddress(Default)] : [.. urls.Select(Parse)];
    }

    static ListenAddress Parse(string url)
    {
        try
        {
            var address = BindingAddress.Parse(url);
            if (address is { Scheme: "http", IsUnixPipe: false, PathBase: "", Port: >= 0 and <= 65535 })
                return new ListenAddress(url);
        }
        catch (FormatException)
        {
            // Answered below, as every address that cannot be used.
        }

        throw new InvalidConfigurationException(
            $"\"{url}\" is not an address to listen on: ASPNETCORE_URLS and --urls take http://host:port "
                + "(TLS ends at the proxy in front)."
        );
    }
}
