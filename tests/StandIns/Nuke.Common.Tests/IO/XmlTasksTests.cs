using System.Xml.Linq;
using Nuke.Common.IO;
using Slipway.Testing;

namespace Nuke.Common.Tests.IO;

public sealed class XmlTasksTests : IDisposable
{
    readonly TempDirectory _directory = new();
    readonly string _file;

    public XmlTasksTests()
    {
        _file = _directory.Write("a.xml", "<r xmlns:n='urn:n'>\n  <n:a v='1'>x</n:a>\n  <b>y</b><b>z</b>\n</r>");
    }

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Elements_and_attributes_are_found_by_path()
    {
        XmlTasks.XmlPeek(_file, "//b").Should().Equal("y", "z");
        XmlTasks.XmlPeekSingle(_file, "/r/p:a/@v", ("p", "urn:n")).Should().Be("1");
        XmlTasks.XmlPeekSingle(_file, "/missing").Should().BeNull();
        XmlTasks.XmlPeekElements(_file, "//b").Select(x => x.Name).Should().AllBeEquivalentTo(XName.Get("b"));
        XmlTasks.XmlPeekFromString("<a>1</a>", "/a").Should().Equal("1");
    }

    [Fact]
    public void A_value_is_changed_in_place()
    {
        XmlTasks.XmlPoke(_file, "/r/p:a/@v", 2, ("p", "urn:n"));
        XmlTasks.XmlPoke(_file, "/r/b[1]", "new");

        File.ReadAllText(_file)
            .Should()
            .Be("<r xmlns:n=\"urn:n\">\n  <n:a v=\"2\">x</n:a>\n  <b>new</b><b>z</b>\n</r>");
    }

    [Fact]
    public void A_path_to_several_values_changes_none()
    {
        var poke = () => XmlTasks.XmlPoke(_file, "//b", "new");

        poke.Should().Throw<ArgumentException>().WithMessage($"'//b' must find one thing in {_file}");
    }
}
