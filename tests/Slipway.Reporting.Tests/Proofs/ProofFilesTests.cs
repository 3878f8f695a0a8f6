using Slipway.Reporting.Proofs;
using Slipway.Testing;

namespace Slipway.Reporting.Tests.Proofs;

public sealed class ProofFilesTests : IDisposable
{
    readonly TempDirectory _directory = new();

    [Fact]
    public void What_was_written_is_read_oldest_first()
    {
        ProofFiles.Write(SampleProof.Fails, _directory.Path);
        ProofFiles.Write(SampleProof.Holds, _directory.Path);

        ProofFiles
            .Read(_directory.Path)
            .Should()
            .BeEquivalentTo([SampleProof.Holds, SampleProof.Fails], options => options.WithStrictOrdering());
    }

    [Fact]
    public void A_directory_that_is_not_there_has_no_proofs() =>
        ProofFiles.Read(_directory["nowhere"]).Should().BeEmpty();

    [Fact]
    public void A_damaged_file_is_named()
    {
        _directory.Write("proof-x.json", "{");

        var read = () => ProofFiles.Read(_directory.Path);

        read.Should().Throw<IOException>().WithMessage("*proof-x.json is no proof*");
    }

    [Fact]
    public void The_page_lies_beside_the_files()
    {
        ProofFiles.Write(SampleProof.Holds, _directory.Path);

        ProofsPage.Write(_directory.Path);

        File.ReadAllText(_directory["proofs.html"]).Should().Contain("1 of 1 proved");
    }

    public void Dispose() => _directory.Dispose();
}
