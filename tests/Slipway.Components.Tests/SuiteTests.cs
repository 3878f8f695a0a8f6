namespace Slipway.Components.Tests;

public sealed class SuiteTests
{
    [Fact]
    public void A_suite_is_called_by_its_project()
    {
        new Suite("tests/Sample.Tests/Sample.Tests.csproj").Name.Should().Be("Sample.Tests");
    }

    [Fact]
    public void A_variant_tells_two_runs_of_a_project_apart()
    {
        var suite = new Suite("tests/Sample.Tests/Sample.Tests.csproj") { Variant = "sqlite" };

        suite.Name.Should().Be("Sample.Tests-sqlite");
    }
}
