using System.ComponentModel;
using FsCheck;
using FsCheck.Fluent;
using Nuke.Common.Execution;
using Nuke.Common.IO;
using Nuke.Common.Tooling;

namespace Nuke.Common.Tests.Parameters;

public class ValueConversionTests
{
    [Theory]
    [InlineData("text", typeof(string), "text")]
    [InlineData("5", typeof(int), 5)]
    [InlineData("-5", typeof(int?), -5)]
    [InlineData("0x10", typeof(int), 16)]
    [InlineData("5000000000", typeof(long), 5000000000L)]
    [InlineData("1.5", typeof(double), 1.5)]
    [InlineData("TRUE", typeof(bool), true)]
    [InlineData("false", typeof(bool?), false)]
    [InlineData("tuesday", typeof(DayOfWeek), DayOfWeek.Tuesday)]
    [InlineData("2", typeof(DayOfWeek?), DayOfWeek.Tuesday)]
    public void One_text_becomes_a_value_of_the_type(string text, Type type, object value) =>
        ValueConversion.Convert([text], type, switchValue: true).Should().Be(value);

    [Fact]
    public void Several_texts_become_an_array() =>
        ValueConversion.Convert(["1", "2"], typeof(int[]), switchValue: true).Should().BeEquivalentTo(new[] { 1, 2 });

    [Fact]
    public void A_name_alone_is_true_for_a_switch_and_empty_for_an_array()
    {
        ValueConversion.Convert([], typeof(bool?), switchValue: true).Should().Be(true);
        ValueConversion.Convert([], typeof(string[]), switchValue: true).Should().BeEquivalentTo(Array.Empty<string>());
        ValueConversion.Convert([], typeof(string), switchValue: true).Should().BeNull();
    }

    [Fact]
    public void A_path_without_a_root_is_under_the_working_directory() =>
        ValueConversion.Convert("out", typeof(AbsolutePath)).Should().Be(EnvironmentInfo.WorkingDirectory / "out");

    [Fact]
    public void An_enumeration_is_read_by_its_type_converter() =>
        ValueConversion.Convert("release", typeof(Mode)).Should().BeSameAs(Mode.Release);

    [Theory]
    [InlineData("x", typeof(int), "'x' is no whole number")]
    [InlineData("maybe", typeof(bool), "'maybe' is neither true nor false")]
    [InlineData("99999999999", typeof(int), "'99999999999' is no whole number")]
    [InlineData("Someday", typeof(DayOfWeek), "'Someday' is none of Sunday, *")]
    [InlineData("99", typeof(DayOfWeek), "'99' is none of *")]
    [InlineData("fast", typeof(Mode), "'fast' is none of Debug, Release")]
    public void What_is_no_value_of_the_type_is_said_in_plain_words(string text, Type type, string message)
    {
        var convert = () => ValueConversion.Convert(text, type);

        convert.Should().Throw<FormatException>().WithMessage(message);
    }

    [Fact]
    public void Two_texts_for_a_single_value_are_an_error()
    {
        var convert = () => ValueConversion.Convert(["a", "b"], typeof(string), switchValue: true);

        convert.Should().Throw<FormatException>().WithMessage("takes one value, not 2: a, b");
    }

    [Fact]
    public void Every_number_reads_as_it_is_written() =>
        Prop.ForAll<int>(x => Equals(ValueConversion.Convert($"{x}", typeof(int)), x)).QuickCheckThrowOnFailure();

    [Fact]
    public void No_text_ends_in_another_exception_than_the_one_for_bad_values() =>
        Prop.ForAll<string>(text =>
            {
                foreach (
                    var type in new[]
                    {
                        typeof(int),
                        typeof(bool),
                        typeof(DayOfWeek),
                        typeof(Mode),
                        typeof(Guid),
                        typeof(TimeSpan),
                    }
                )
                {
                    try
                    {
                        ValueConversion.Convert(text ?? "", type);
                    }
                    catch (FormatException)
                    {
                        // As promised.
                    }
                }
            })
            .QuickCheckThrowOnFailure();

    [TypeConverter(typeof(TypeConverter<Mode>))]
    public sealed class Mode : Enumeration
    {
        public static readonly Mode Debug = new() { Value = nameof(Debug) };
        public static readonly Mode Release = new() { Value = nameof(Release) };
    }
}
