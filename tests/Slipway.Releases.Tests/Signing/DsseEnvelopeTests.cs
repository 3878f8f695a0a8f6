using System.Text;

namespace Slipway.Releases.Tests.Signing;

public sealed class DsseEnvelopeTests
{
    [Fact]
    public void What_is_signed_names_the_type_and_both_lengths_in_bytes() =>
        Encoding
            .UTF8.GetString(DsseEnvelope.ToSign(Encoding.UTF8.GetBytes("{\"ä\":1}")))
            .Should()
            .Be("DSSEv1 28 application/vnd.in-toto+json 8 {\"ä\":1}");

    [Fact]
    public void It_is_one_line_that_reads_as_it_was()
    {
        var envelope = new DsseEnvelope([0, 1, 255], "-----BEGIN SSH SIGNATURE-----\nx\n");

        var text = Encoding.UTF8.GetString(envelope.ToBytes());

        text.Should().StartWith("{\"payloadType\":\"application/vnd.in-toto+json\",").And.EndWith("}\n");
        text.Count(letter => letter is '\n').Should().Be(1);
        var read = DsseEnvelope.Read(envelope.ToBytes())!;
        read.Payload.Should().Equal(envelope.Payload);
        read.Signature.Should().Be(envelope.Signature);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{\"payloadType\":\"text/plain\",\"payload\":\"\",\"signatures\":[{\"sig\":\"\"}]}")]
    [InlineData("{\"payloadType\":\"application/vnd.in-toto+json\",\"payload\":\"\",\"signatures\":[]}")]
    [InlineData("{\"payloadType\":\"application/vnd.in-toto+json\",\"payload\":\"!\",\"signatures\":[{\"sig\":\"\"}]}")]
    public void Anything_else_is_no_envelope(string text) =>
        DsseEnvelope.Read(Encoding.UTF8.GetBytes(text)).Should().BeNull();

    [Theory]
    [InlineData("no JSON")]
    [InlineData("{}")]
    [InlineData("{\"subject\":[{\"name\":\"a\"}]}")]
    public void What_names_no_subjects_is_no_statement(string text) =>
        StatementFile.SubjectsOf(Encoding.UTF8.GetBytes(text)).Should().BeNull();
}
