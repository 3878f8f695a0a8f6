using System.Text;
using Slipway.Testing.GitHub;

namespace Slipway.Releases.Tests.Hosting;

public class GitHubAssetsTests
{
    [SkippableFact]
    public async Task The_same_content_is_uploaded_once()
    {
        await using var hosted = await Hosted.StartAsync();
        var draft = await hosted.DraftAsync();

        var first = await hosted.Host.UploadAssetAsync(draft.Id, hosted.File());
        var second = await hosted.Host.UploadAssetAsync(draft.Id, hosted.File());

        second.Should().Be(first);
        first.Digest.Should().StartWith("sha256:");
        Uploads(hosted).Should().Be(1);
    }

    [SkippableFact]
    public async Task Without_digests_the_content_itself_is_compared()
    {
        await using var hosted = await Hosted.StartAsync(GitHubFlavour.EnterpriseServer);
        var draft = await hosted.DraftAsync();
        await hosted.Host.UploadAssetAsync(draft.Id, hosted.File("{\"a\":1}"));

        await hosted.Host.UploadAssetAsync(draft.Id, hosted.File("{\"a\":1}"));
        Uploads(hosted).Should().Be(1);

        await hosted.Host.UploadAssetAsync(draft.Id, hosted.File("{\"a\":2}"));
        Uploads(hosted).Should().Be(2);
        Content(hosted).Should().Be("{\"a\":2}");
    }

    [SkippableFact]
    public async Task A_half_uploaded_asset_is_deleted_and_uploaded_again()
    {
        await using var hosted = await Hosted.StartAsync();
        var draft = await hosted.DraftAsync();
        hosted.Server.Inject("repos/upload-release-asset", Fault.HalfUpload);

        var asset = await hosted.Host.UploadAssetAsync(draft.Id, hosted.File());

        asset.IsWhole.Should().BeTrue();
        hosted.Store.Releases[0].Assets.Should().ContainSingle().Which.State.Should().Be("uploaded");
    }

    [SkippableFact]
    public async Task A_half_uploaded_asset_is_listed_as_such()
    {
        await using var hosted = await Hosted.StartAsync();
        var draft = await hosted.DraftAsync();
        hosted.Server.Inject("repos/upload-release-asset", Fault.HalfUpload, times: 5);

        var uploading = () => hosted.Host.UploadAssetAsync(draft.Id, hosted.File());
        (await uploading.Should().ThrowAsync<HostException>()).Which.Kind.Should().Be(HostFailure.Unavailable);

        (await hosted.Host.ListAssetsAsync(draft.Id)).Should().ContainSingle().Which.IsWhole.Should().BeFalse();
    }

    [SkippableFact]
    public async Task A_draft_gets_the_new_content()
    {
        await using var hosted = await Hosted.StartAsync();
        var draft = await hosted.DraftAsync();
        await hosted.Host.UploadAssetAsync(draft.Id, hosted.File("old"));

        await hosted.Host.UploadAssetAsync(draft.Id, hosted.File("new and longer"));

        hosted.Store.Releases[0].Assets.Should().ContainSingle();
        Content(hosted).Should().Be("new and longer");
    }

    [SkippableFact]
    public async Task What_is_published_is_not_replaced()
    {
        await using var hosted = await Hosted.StartAsync();
        var draft = await hosted.DraftAsync();
        await hosted.Host.UploadAssetAsync(draft.Id, hosted.File("old"));
        await hosted.Host.PublishAsync(draft.Id, isLatest: true);

        await hosted.Host.UploadAssetAsync(draft.Id, hosted.File("old"));
        var replacing = () => hosted.Host.UploadAssetAsync(draft.Id, hosted.File("new"));

        (await replacing.Should().ThrowAsync<HostException>())
            .Which.Should()
            .Match<HostException>(refused =>
                refused.Kind == HostFailure.Conflict && refused.Message.Contains("sbom.json", StringComparison.Ordinal)
            );
        Content(hosted).Should().Be("old");
    }

    [SkippableTheory]
    [InlineData("a b.json")]
    [InlineData(".hidden")]
    [InlineData("dot.")]
    [InlineData("ümlaut")]
    public async Task A_name_that_GitHub_would_change_is_refused(string name)
    {
        await using var hosted = await Hosted.StartAsync();
        var draft = await hosted.DraftAsync();

        var uploading = () => hosted.Host.UploadAssetAsync(draft.Id, hosted.File(name: name));

        (await uploading.Should().ThrowAsync<HostException>()).Which.Kind.Should().Be(HostFailure.Invalid);
    }

    [SkippableFact]
    public async Task An_asset_is_downloaded_byte_for_byte_and_the_token_stays_with_GitHub()
    {
        await using var hosted = await Hosted.StartAsync();
        var draft = await hosted.DraftAsync();
        var asset = await hosted.Host.UploadAssetAsync(draft.Id, hosted.File("\u00ef\u00bb\u00bf{\r\n}"));

        await hosted.Host.DownloadAssetAsync(asset, hosted.Directory["copy"]);

        File.ReadAllBytes(hosted.Directory["copy"]).Should().Equal(File.ReadAllBytes(hosted.Directory["sbom.json"]));
        hosted.Server.Calls.Should().Contain(call => call.Operation == "storage");
    }

    [SkippableFact]
    public async Task A_download_that_is_not_what_GitHub_promised_leaves_no_file()
    {
        await using var hosted = await Hosted.StartAsync();
        var draft = await hosted.DraftAsync();
        var asset = await hosted.Host.UploadAssetAsync(draft.Id, hosted.File("good"));
        hosted.Store.Releases[0].Assets[0].Content = Encoding.UTF8.GetBytes("evil");

        var downloading = () => hosted.Host.DownloadAssetAsync(asset, hosted.Directory["copy"]);

        (await downloading.Should().ThrowAsync<HostException>()).Which.Message.Should().Contain("sha256:");
        Directory.EnumerateFiles(hosted.Directory.Path, "copy*").Should().BeEmpty();
    }

    [SkippableFact]
    public async Task Deleting_twice_is_no_failure()
    {
        await using var hosted = await Hosted.StartAsync();
        var draft = await hosted.DraftAsync();
        var asset = await hosted.Host.UploadAssetAsync(draft.Id, hosted.File());

        await hosted.Host.DeleteAssetAsync(asset.Id);
        await hosted.Host.DeleteAssetAsync(asset.Id);

        hosted.Store.Releases[0].Assets.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task A_file_that_is_not_there_is_no_failure_of_the_host()
    {
        await using var hosted = await Hosted.StartAsync();
        var draft = await hosted.DraftAsync();

        var uploading = () =>
            hosted.Host.UploadAssetAsync(draft.Id, new AssetFile("a", hosted.Directory["none"], "text/plain"));

        await uploading.Should().ThrowAsync<FileNotFoundException>();
    }

    static int Uploads(Hosted hosted) =>
        hosted.Server.Calls.Count(call => call.Operation == "repos/upload-release-asset");

    static string Content(Hosted hosted) => Encoding.UTF8.GetString(hosted.Store.Releases[0].Assets.Single().Content);
}
