using Slipway.Releases.Compatibility.PublicApi;
using Slipway.Testing;

namespace Slipway.Releases.Tests.Compatibility.PublicApi;

public sealed class PublicSurfaceTests
{
    [Fact]
    public void Types_are_named_with_their_kind() =>
        Library
            .Lines(
                """
                namespace N;
                public class C { public class Inner; protected class Seen; private class Hidden; }
                public sealed class S;
                public abstract class A;
                public static class Tools;
                public struct P;
                public interface I;
                public enum E { Red, Blue = 5 }
                public delegate int D(string text);
                class Hidden { public class Too; }
                """
            )
            .Should()
            .BeEquivalentTo(
                "class N.C",
                "N.C.new()",
                "class N.C.Inner",
                "N.C.Inner.new()",
                "class N.C.Seen",
                "protected N.C.Seen",
                "N.C.Seen.new()",
                "class N.S",
                "sealed N.S",
                "N.S.new()",
                "class N.A",
                "abstract N.A",
                "N.A.new()",
                "protected N.A.new()",
                "static class N.Tools",
                "struct N.P",
                "interface N.I",
                "enum N.E",
                "const N.E.Red = 0 -> N.E",
                "const N.E.Blue = 5 -> N.E",
                "delegate N.D",
                "N.D.Invoke(string text) -> int"
            );

    [Fact]
    public void Members_are_written_as_callers_see_them() =>
        Members(
                """
                public const string Name = "a\"b";
                public static readonly int Count;
                public int Size { get; protected set; }
                public required string Title { get; init; }
                public int this[int index] => index;
                public event System.Action? Changed;
                public void Take(in int a, ref long b, out bool c, string? d = null, params object[] rest) { c = true; }
                public static int[,] Add(System.Collections.Generic.List<string> texts, int? maybe = 3) => new int[1, 1];
                protected virtual void Raise() { }
                public override string ToString() => "";
                internal void Hidden() { }
                void Private() { }
                public static bool operator ==(C a, C b) => true;
                public static bool operator !=(C a, C b) => true;
                public override bool Equals(object? other) => true;
                public override int GetHashCode() => 0;
                """
            )
            .Should()
            .BeEquivalentTo(
                "const C.Name = \"a\\u0022b\" -> string",
                "static readonly C.Count -> int",
                "C.Size.get -> int",
                "C.Size.set <- int",
                "protected C.Size.set <- int",
                "C.Title.get -> string",
                "C.Title.init <- string",
                "required C.Title",
                "C.Item[int index].get -> int",
                "event C.Changed -> System.Action",
                "C.Take(in int a, ref long b, out bool c, string d = null, object[] rest) -> void",
                "static C.Add(System.Collections.Generic.List<string> texts, System.Nullable<int> maybe = 3) -> int[,]",
                "C.Raise() -> void",
                "protected C.Raise() -> void",
                "virtual C.Raise() -> void",
                "static C.op_Equality(C a, C b) -> bool",
                "static C.op_Inequality(C a, C b) -> bool"
            );

    [Fact]
    public void Type_parameters_have_positions_and_constraints_lines_of_their_own() =>
        Library
            .Lines(
                """
                public class Box<TItem> : System.Collections.Generic.List<TItem> where TItem : class, System.IDisposable, new()
                {
                    public TItem? Find<TKey>(TKey key) where TKey : struct => null;
                    public class Inner<TMore> { public TItem? One; public TMore? Two; }
                }
                """
            )
            .Where(line => !line.StartsWith("Box<T0> : System", StringComparison.Ordinal))
            .Should()
            .BeEquivalentTo(
                "class Box<T0>",
                "Box<T0>.new()",
                "Box<T0>.Find<M0>(M0 key) -> T0",
                "class Box<T0>.Inner<T1>",
                "Box<T0>.Inner<T1>.new()",
                "Box<T0>.Inner<T1>.One -> T0",
                "Box<T0>.Inner<T1>.Two -> T1",
                "where T0 : class in Box<T0>",
                "where T0 : new() in Box<T0>",
                "where T0 : System.IDisposable in Box<T0>",
                "where T0 : class in Box<T0>.Inner<T1>",
                "where T0 : new() in Box<T0>.Inner<T1>",
                "where T0 : System.IDisposable in Box<T0>.Inner<T1>",
                "where M0 : struct in Box<T0>.Find<M0>(M0 key) -> T0"
            );

    [Fact]
    public void The_lines_are_sorted_and_the_same_each_time()
    {
        const string Source = "public class B { public void Z() { } public void A() { } } public record R(int X);";

        Library.Lines(Source).Should().Equal(Library.Lines(Source)).And.BeInAscendingOrder(StringComparer.Ordinal);
    }

    [Fact]
    public void What_is_no_assembly_is_an_error()
    {
        using var directory = new TempDirectory();
        var file = directory.Write("a.dll", "text");

        FluentActions
            .Invoking(() => PublicSurface.Read(file))
            .Should()
            .Throw<ReleaseException>()
            .WithMessage($"{file} is no assembly of .NET: *");
    }

    static IEnumerable<string> Members(string members) =>
        Library.Lines($"public class C {{ {members} }}").Where(line => line is not ("class C" or "C.new()"));
}
