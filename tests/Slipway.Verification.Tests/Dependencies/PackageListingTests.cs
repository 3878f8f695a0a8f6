using Slipway.Verification.Dependencies;

namespace Slipway.Verification.Tests.Dependencies;

public class PackageListingTests
{
    const string Listing = """
        {
          "version": 1,
          "parameters": "--vulnerable --include-transitive",
          "sources": ["https://example.org/v3/index.json"],
          "projects": [
            { "path": "/w/src/Clean/Clean.csproj" },
            {
              "path": "/w/src/Api/Api.csproj",
              "frameworks": [
                {
                  "framework": "net10.0",
                  "topLevelPackages": [
                    {
                      "id": "Newtonsoft.Json", "requestedVersion": "12.0.1", "resolvedVersion": "12.0.1",
                      "vulnerabilities": [
                        { "severity": "High", "advisoryurl": "https://github.com/advisories/GHSA-5crp-9r3c-p9vr" }
                      ]
                    }
                  ]
                }
              ]
            },
            {
              "path": "/w/tests/Api.Tests/Api.Tests.csproj",
              "frameworks": [
                {
                  "framework": "net10.0",
                  "transitivePackages": [
                    {
                      "id": "Newtonsoft.Json", "resolvedVersion": "12.0.1",
                      "vulnerabilities": [
                        { "severity": "High", "advisoryurl": "https://github.com/advisories/GHSA-5crp-9r3c-p9vr" }
                      ]
                    },
                    {
                      "id": "System.Text.Json", "resolvedVersion": "8.0.0",
                      "vulnerabilities": [
                        { "severity": "Critical", "advisoryurl": "https://github.com/advisories/GHSA-hh2w-p6rv-4g7w" }
                      ]
                    }
                  ]
                }
              ]
            }
          ]
        }
        """;

    [Fact]
    public void One_advisory_names_all_projects_and_the_most_severe_comes_first()
    {
        var advisories = PackageListing.Parse(Listing);

        advisories.Select(advisory => advisory.Id).Should().Equal("GHSA-hh2w-p6rv-4g7w", "GHSA-5crp-9r3c-p9vr");
        advisories[1]
            .Should()
            .BeEquivalentTo(
                new Advisory(
                    "GHSA-5crp-9r3c-p9vr",
                    "Newtonsoft.Json",
                    "12.0.1",
                    "High",
                    "https://github.com/advisories/GHSA-5crp-9r3c-p9vr",
                    ["Api.Tests.csproj", "Api.csproj"]
                )
            );
    }

    [Fact]
    public void A_problem_that_dotnet_reports_is_an_error()
    {
        var parsing = () =>
            PackageListing.Parse(
                """{"version":1,"problems":[{"level":"error","text":"No assets file was found."}],"projects":[]}"""
            );

        parsing.Should().Throw<VerificationException>().WithMessage("*: No assets file was found.");
    }

    [Theory]
    [InlineData("The following sources were used:")]
    [InlineData("""{"version":2,"projects":[]}""")]
    [InlineData("""{"version":1}""")]
    public void Anything_else_is_an_error_and_never_no_vulnerability(string text)
    {
        var parsing = () => PackageListing.Parse(text);

        parsing.Should().Throw<VerificationException>().WithMessage("*something else than its format 1");
    }
}
