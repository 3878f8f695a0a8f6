using Octokit;

namespace Slipway.Releases;

/// <summary>Requests whose answers Octokit's own models lack a part of, by Octokit's connection.</summary>
/// <param name="root">The repository's path.</param>
sealed class GitHubApi(IApiConnection connection, string root)
{
    public Task<IReadOnlyList<T>> ListAsync<T>(string path, params (string Name, string Value)[] query) =>
        ListAsync<T>(path, query, pages: null);

    /// <summary>The first hundred, for a list that only grows.</summary>
    public Task<IReadOnlyList<T>> PageAsync<T>(string path, params (string Name, string Value)[] query) =>
        ListAsync<T>(path, query, pages: 1);

    Task<IReadOnlyList<T>> ListAsync<T>(string path, (string Name, string Value)[] query, int? pages) =>
        connection.GetAll<T>(
            Address(path),
            query.ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal),
            new ApiOptions { PageSize = 100, PageCount = pages }
        );

    public Task<T> GetAsync<T>(string path) => connection.Get<T>(Address(path));

    public Task<T> PostAsync<T>(string path, object body) =>
        connection.Post<T>(Address(path), body, GitHubMedia.Json, CancellationToken.None);

    public Task<T> PatchAsync<T>(string path, object body) => connection.Patch<T>(Address(path), body);

    /// <param name="address">Absolute: uploads have a host of their own.</param>
    public Task<T> UploadAsync<T>(Uri address, Stream content, string contentType, TimeSpan limit) =>
        connection.Post<T>(address, content, GitHubMedia.Json, contentType, limit, CancellationToken.None);

    public Task DeleteAsync(string path) => connection.Delete(Address(path));

    /// <summary>The content itself, wherever GitHub keeps it; the token is not sent to another host.</summary>
    public async Task<Stream> OpenAsync(string path) =>
        (
            await connection.Connection.Get<Stream>(
                Address(path),
                new Dictionary<string, string>(StringComparer.Ordinal),
                GitHubMedia.Bytes
            )
        ).Body;

    Uri Address(string path) => new($"{root}/{path}", UriKind.Relative);
}
