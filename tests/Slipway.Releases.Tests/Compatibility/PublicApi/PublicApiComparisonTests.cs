using Slipway.Releases.Compatibility;
using Slipway.Releases.Compatibility.PublicApi;

namespace Slipway.Releases.Tests.Compatibility.PublicApi;

public sealed class PublicApiComparisonTests
{
    [Fact]
    public void The_same_source_has_no_change() =>
        Library
            .Compare("public class C { public void A() { } }", "public class C { public void A() { int i; } }")
            .Should()
            .BeEmpty();

    [Theory]
    [InlineData("public void A() { }", "", "C.A() -> void")]
    [InlineData("public void A() { }", "internal void A() { }", "C.A() -> void")]
    [InlineData("public void A() { }", "public int A() => 0;", "C.A() -> void")]
    [InlineData("public void A(int a) { }", "public void A(int b) { }", "C.A(int a) -> void")]
    [InlineData("public void A(int a = 1) { }", "public void A(int a = 2) { }", "C.A(int a = 1) -> void")]
    [InlineData("public void A() { }", "public static void A() { }", "C.A() -> void")]
    [InlineData("public virtual void A() { }", "public void A() { }", "virtual C.A() -> void")]
    [InlineData("public int A { get; set; }", "public int A { get; }", "C.A.set <- int")]
    [InlineData("public const int A = 1;", "public const int A = 2;", "const C.A = 1 -> int")]
    public void What_callers_could_use_and_is_gone_breaks(string old, string @new, string line) =>
        Library
            .Compare($"public class C {{ {old} }}", $"public class C {{ {@new} }}")
            .Should()
            .Contain(("api-removed", line));

    [Theory]
    [InlineData("public class C { }", "public sealed class C { }", "sealed C")]
    [InlineData("public class C { }", "public abstract class C { public C() { } }", "abstract C")]
    [InlineData("public interface I { }", "public interface I { void A(); }", "abstract I.A() -> void")]
    [InlineData(
        "public abstract class C { }",
        "public abstract class C { public abstract int A { get; } }",
        "abstract C.A.get -> int"
    )]
    [InlineData(
        "public class C { public void A() { } }",
        "public class C { protected void A() { } }",
        "protected C.A() -> void"
    )]
    [InlineData(
        "public class C { public int A { get; set; } }",
        "public class C { public required int A { get; set; } }",
        "required C.A"
    )]
    [InlineData("public class C { }", "public class C { public required int A { get; set; } }", "required C.A")]
    [InlineData("public class C<T> { }", "public class C<T> where T : class { }", "where T0 : class in C<T0>")]
    [InlineData(
        "public class C { public void A<T>() { } }",
        "public class C { public void A<T>() where T : new() { } }",
        "where M0 : new() in C.A<M0>() -> void"
    )]
    public void What_restricts_something_that_was_there_breaks(string old, string @new, string line)
    {
        Library.Compare(old, @new).Should().Contain(("api-restricted", line));
        Library.Compare(@new, old).Should().Contain(("api-opened", line));
    }

    [Theory]
    [InlineData("", "public class D { }")]
    [InlineData("", "public sealed class D { }")]
    [InlineData("", "public interface I { void A(); }")]
    [InlineData(
        "public class C { }",
        "public class C { protected void A() { } public abstract class D { public abstract void B(); } }"
    )]
    [InlineData("public class C { }", "public class C : System.IDisposable { public void Dispose() { } }")]
    [InlineData("public interface I { }", "public interface I { void A() { } }")]
    [InlineData(
        "public class C { }",
        "public class C { public void A<T>() where T : class { } public class D { public required int E { get; set; } } }"
    )]
    [InlineData("public class C { public void A() { } }", "public class C { public virtual void A() { } }")]
    public void What_is_new_only_adds(string old, string @new) =>
        PublicApiComparison
            .Compare(Library.Lines(old), Library.Lines(@new))
            .Should()
            .NotBeEmpty()
            .And.OnlyContain(change => change.Impact == Impact.Additive);
}
