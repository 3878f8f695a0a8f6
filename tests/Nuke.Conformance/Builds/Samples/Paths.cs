using Nuke.Common;
using Nuke.Common.IO;

class Paths : Sample
{
    public static int Run() => Execute<Paths>(x => x.Compose);

    Target Compose =>
        _ =>
            _.Executes(() =>
            {
                AbsolutePath path = "/a/b/../c/./d.tar.gz";
                Tell("normal", path.ToString());
                Tell("slash", (path / ".." / "e").ToString());
                Tell("plus", (path + ".sha").ToString());
                Tell("name", path.Name);
                Tell("bare", path.NameWithoutExtension);
                Tell("extension", path.Extension);
                Tell("parent", path.Parent.ToString());
                Tell("rootsParent", ((AbsolutePath)"/").Parent?.ToString());
                Tell("trailing", ((AbsolutePath)"/a/b/").ToString());
                Tell("equal", (AbsolutePath)"/a/b" == (AbsolutePath)"/a/x/../b");
                Tell("contains", ((AbsolutePath)"/a").Contains("/a/b/c"));
                Tell("notContains", ((AbsolutePath)"/a").Contains("/ab"));
                Tell("relative", ((AbsolutePath)"/a/b").GetRelativePathTo("/a/c/d").ToString());
                Tell("unix", ((AbsolutePath)"/a/b").GetUnixRelativePathTo("/a/b/d").ToString());
                Tell("absentFile", path.FileExists());
                Tell("quoted", $"{(AbsolutePath)"/a b/c"}");
                Tell("dn", $"{(AbsolutePath)"/a b/c":dn}");
                Tell("range", ((AbsolutePath)"/a b/c").ToString("d"));
                Tell("withExtension", path.WithExtension("zip").ToString());
                Tell("null", ((AbsolutePath)(string)null)?.ToString());
            });

    Target ComposeTextAndPath => _ => _.Executes(() => Say("text" + RootDirectory));

    Target RelativeCast => _ => _.Executes(() => Say(((AbsolutePath)"a/b").ToString()));

    Target Glob =>
        _ =>
            _.Executes(() =>
            {
                var tree = RootDirectory / "tree";
                foreach (
                    var file in (string[])["a.cs", "b.txt", "sub/c.cs", "sub/deep/d.cs", "sub/bin/e.cs", ".hidden/f.cs"]
                )
                    (tree / file).TouchFile();

                Show("all", tree.GlobFiles("**/*.cs"));
                Show("top", tree.GlobFiles("*.cs"));
                Show("two", tree.GlobFiles("*.txt", "sub/*.cs"));
                Show("braces", tree.GlobFiles("**/{c,d}.cs"));
                Show("none", tree.GlobFiles("**/*.none"));
                Show("directories", tree.GlobDirectories("**"));
                Show("named", tree.GlobDirectories("**/bin"));
                Show("star", tree.GlobDirectories("*"));
                Show("question", tree.GlobFiles("?.cs"));
                Show("set", tree.GlobFiles("[ab].*"));

                void Show(string name, IEnumerable<AbsolutePath> found) =>
                    Tell(
                        name,
                        found
                            .Select(x => tree.GetUnixRelativePathTo(x).ToString())
                            .Order(StringComparer.Ordinal)
                            .ToArray()
                    );
            });

    Target Files =>
        _ =>
            _.Executes(() =>
            {
                var area = RootDirectory / "area";
                var file = area / "x" / "y.txt";
                file.WriteAllText("one\ntwo");
                Tell("written", file.ReadAllText());
                Tell("lines", file.ReadAllLines());
                Tell("exists", file.Exists());
                Tell("fileExists", file.FileExists());
                Tell("asDirectory", file.DirectoryExists());
                file.AppendAllText("three");
                Tell("appended", file.ReadAllText());
                file.Copy(area / "copy.txt");
                Tell("copied", (area / "copy.txt").FileExists());
                Tell("copyOntoExisting", Throws(() => file.Copy(area / "copy.txt")));
                file.Copy(area / "copy.txt", ExistsPolicy.FileOverwrite);
                (area / "copy.txt").Move(area / "moved.txt");
                Tell("moved", !(area / "copy.txt").FileExists() && (area / "moved.txt").FileExists());
                file.CopyToDirectory(area / "into", createDirectories: true);
                Tell("copiedInto", (area / "into" / "y.txt").FileExists());
                (area / "into").CreateOrCleanDirectory();
                Tell("cleaned", (area / "into").GetFiles().Count() + (area / "into").GetDirectories().Count());
                (area / "x").Copy(area / "z");
                Tell("tree", (area / "z" / "y.txt").FileExists());
                area.DeleteDirectory();
                Tell("deleted", !area.DirectoryExists());
                area.DeleteDirectory();
                (area / "no.txt").DeleteFile();
                Tell("readMissing", Throws(() => (area / "no.txt").ReadAllText()));
            });

    static bool Throws(Action action)
    {
        try
        {
            action();
            return false;
        }
        catch (Exception)
        {
            return true;
        }
    }
}
