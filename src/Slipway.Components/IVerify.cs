using Nuke.Common;

namespace Slipway.Components;

/// <summary>What must hold before something ships.</summary>
public interface IVerify : ILint, ITestDatabases, ICoverage, IScan
{
    Target Verify =>
        _ =>
            _.Description("What must hold before something ships")
                .DependsOn(Lint, TestSqlite, TestPostgres, Coverage, Scan);
}
