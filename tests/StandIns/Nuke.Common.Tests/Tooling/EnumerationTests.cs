using System.ComponentModel;
using Nuke.Common.Tools.DotNet;

namespace Nuke.Common.Tests.Tooling;

public class EnumerationTests
{
    [Fact]
    public void Values_are_equal_by_their_text()
    {
        (DotNetVerbosity.quiet == "quiet").Should().BeTrue();
        DotNetVerbosity.quiet.Should().NotBe(DotNetVerbosity.normal);
        DotNetVerbosity.quiet.Equals((DotNetVerbosity)"quiet").Should().BeTrue();
        DotNetVerbosity.quiet.GetHashCode().Should().Be(((DotNetVerbosity)"quiet").GetHashCode());
        DotNetVerbosity.quiet.Equals((DotNetFormatSeverity)"quiet").Should().BeFalse();
    }

    [Fact]
    public void A_text_is_read_by_the_name_of_the_field_in_any_case() =>
        Convert("QUIET").Should().BeSameAs(DotNetVerbosity.quiet);

    [Fact]
    public void An_unknown_text_names_those_that_are_known()
    {
        var convert = () => Convert("loud");

        convert.Should().Throw<ArgumentException>().WithMessage("'loud' is none of quiet, minimal, *");
    }

    static object? Convert(string text) =>
        TypeDescriptor.GetConverter(typeof(DotNetVerbosity)).ConvertFromInvariantString(text);
}
