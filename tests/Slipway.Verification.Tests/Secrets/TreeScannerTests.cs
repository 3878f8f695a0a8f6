using Slipway.Testing;
using Slipway.Verification.Secrets;

namespace Slipway.Verification.Tests.Secrets;

public class TreeScannerTests
{
    static readonly string Token = "npm_" + new string('a', 35) + "b";

    [Fact]
    public async Task Tracked_text_files_are_scanned_and_others_are_not()
    {
        using var repository = await GitRepository.CreateAsync();
        repository.Write("b/settings.json", $"\n\n{Token}");
        repository.Write("a with space.txt", Token);
        repository.Write("picture.bin", $"\0{Token}");
        await repository.CommitAsync("Add files");
        repository.Write("untracked.txt", Token);

        var scan = await TreeScanner.ScanAsync(repository.Path);

        scan.Findings.Select(finding => (finding.File, finding.Line))
            .Should()
            .Equal(("a with space.txt", 1), ("b/settings.json", 3));
        scan.Files.Should().Be(2);
    }

    [Fact]
    public async Task The_working_tree_is_read_and_a_deleted_file_is_none()
    {
        using var repository = await GitRepository.CreateAsync();
        repository.Write("changed.txt", "nothing");
        var deleted = repository.Write("deleted.txt", Token);
        await repository.CommitAsync("Add files");
        repository.Write("changed.txt", Token);
        File.Delete(deleted);

        var scan = await TreeScanner.ScanAsync(repository.Path);

        scan.Findings.Should().ContainSingle().Which.File.Should().Be("changed.txt");
    }

    [Fact]
    public async Task A_file_in_UTF_16_is_text()
    {
        using var repository = await GitRepository.CreateAsync();
        var path = repository.Write("utf16.txt", "");
        await File.WriteAllTextAsync(path, Token, System.Text.Encoding.Unicode);
        await repository.CommitAsync("Add a file");

        (await TreeScanner.ScanAsync(repository.Path)).Findings.Should().ContainSingle();
    }

    [Fact]
    public async Task A_file_beyond_the_bound_is_named_and_not_read()
    {
        using var repository = await GitRepository.CreateAsync();
        repository.Write("large.txt", Token + new string(' ', TreeScanner.LargestFile));
        await repository.CommitAsync("Add a file");

        var scan = await TreeScanner.ScanAsync(repository.Path);

        scan.TooLarge.Should().Equal("large.txt");
        scan.Findings.Should().BeEmpty();
    }

    [Fact]
    public async Task Without_a_repository_the_error_says_what_is_scanned()
    {
        using var directory = new TempDirectory();

        var scanning = () => TreeScanner.ScanAsync(directory.Path);

        await scanning
            .Should()
            .ThrowAsync<VerificationException>()
            .WithMessage("The files to scan for secrets are those that git tracks: fatal: not a git repository*");
    }
}
