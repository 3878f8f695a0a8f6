using Slipway.Workflows.Jobs;
using Slipway.Workflows.Model;

namespace Slipway.Workflows.Tests.Jobs;

/// <summary>A build as backends have them, with everything that a target can say.</summary>
static class Shop
{
    public static TargetFacts[] Targets { get; } =
    [
        new("Compile")
        {
            Description = "Compiles",
            After = ["Route"],
            NeedsHistory = true,
        },
        new("Lint") { Description = "Formatting and analyzers", DependsOn = ["Compile"] },
        new("TestSqlite")
        {
            Description = "The tests, on SQLite",
            DependsOn = ["Compile"],
            After = ["Lint"],
            Produces = ["artifacts/tests/*-sqlite/*.trx"],
        },
        new("TestPostgres")
        {
            Description = "The tests, on PostgreSQL",
            DependsOn = ["Compile"],
            After = ["TestSqlite"],
            Produces = ["artifacts/tests/*-postgres/*.trx"],
        },
        new("Coverage")
        {
            DependsOn = ["TestSqlite", "TestPostgres"],
            Consumes = [new("TestSqlite", []), new("TestPostgres", [])],
            Produces = ["artifacts/coverage/**"],
        },
        new("Scan") { DependsOn = ["Compile"] },
        new("Verify") { HasActions = false, DependsOn = ["Lint", "TestSqlite", "TestPostgres", "Coverage", "Scan"] },
        new("Image")
        {
            DependsOn = ["Compile"],
            After = ["Verify"],
            Produces = ["artifacts/image/**"],
        },
        new("Push") { DependsOn = ["Image"], Consumes = [new("Image", [])] },
        new("Route") { NeedsHistory = true },
        new("Deploy")
        {
            Description = "Deploys to where the branch belongs",
            DependsOn = ["Route", "Verify", "Push"],
            Permissions = [new PermissionNeed("deployments", Access.Write, "to record the deployment")],
            Secrets = [new SecretUse("ChatUrl"), new SecretUse("GitHubToken", IsJobToken: true)],
            Outputs = [new TargetOutput("plan", "digest of the plan that waits for a person")],
        },
        new("Approve") { Permissions = [new PermissionNeed("contents", Access.Write, "to push the tag")] },
    ];
}
