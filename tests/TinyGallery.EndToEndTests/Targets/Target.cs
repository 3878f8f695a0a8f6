namespace TinyGallery.EndToEndTests.Targets;

/// <summary>
/// What is tested: the environment at <c>SLIPWAY_E2E_URL</c>, or, without one, a service that this run starts itself.
/// A deployed environment is only read, unless <c>SLIPWAY_E2E_API_KEY</c> is given.
/// </summary>
public sealed class Target : IAsyncLifetime
{
    public const string Collection = "target";

    OwnService? _own;
    Uri? _address;

    public Uri Address => _address ?? throw new InvalidOperationException("It has not started yet.");

    /// <summary>Null: writing is not for this run.</summary>
    public string? ApiKey { get; private set; }

    /// <summary><c>SLIPWAY_E2E_VERSION</c>: the version that must be live. Null: any.</summary>
    public string? ExpectedVersion { get; } = Variable("SLIPWAY_E2E_VERSION");

    public async Task InitializeAsync()
    {
        if (Variable("SLIPWAY_E2E_URL") is { } url)
        {
            _address = new Uri(url);
            ApiKey = Variable("SLIPWAY_E2E_API_KEY");
            return;
        }

        _own = await OwnService.StartAsync();
        _address = _own.Address;
        ApiKey = OwnService.ApiKey;
    }

    public HttpClient NewClient()
    {
        var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = Address };
        if (ApiKey is not null)
            client.DefaultRequestHeaders.Add("X-Api-Key", ApiKey);
        return client;
    }

    public async Task DisposeAsync()
    {
        if (_own is not null)
            await _own.DisposeAsync();
    }

    static string? Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}

[CollectionDefinition(Target.Collection)]
public sealed class TargetCollection : ICollectionFixture<Target>;
