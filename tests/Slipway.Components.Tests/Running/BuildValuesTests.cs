using Nuke.Common;
using Slipway.Components.Running;

namespace Slipway.Components.Tests.Running;

public sealed class BuildValuesTests
{
    [Fact]
    public void Whom_to_tell_need_not_be_given_where_the_build_tells_anybody()
    {
        new BuildValues(new Telling()).Secret("NOTICE_WEBHOOK_SECRET").Should().BeEmpty();
        new BuildValues(new Telling()).Secret("SLIPWAY_TEST_OF_NOBODY").Should().BeNull();
        new BuildValues(new Silent()).Secret("NOTICE_WEBHOOK_SECRET").Should().BeNull();
    }

    sealed class Silent : NukeBuild, IRunWorkflow;

    sealed class Telling : NukeBuild, IRunWorkflow, IHazNotifications;
}
