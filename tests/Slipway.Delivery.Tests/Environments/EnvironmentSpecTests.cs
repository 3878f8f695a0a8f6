using Slipway.Delivery.Approvals;
using Slipway.Delivery.Environments;
using Slipway.Delivery.Tests.Support;

namespace Slipway.Delivery.Tests.Environments;

public sealed class EnvironmentSpecTests
{
    public static TheoryData<EnvironmentSpec, string> Unsound { get; } =
        new()
        {
            { Some.Environment with { Name = "No Name" }, "*no name for an environment*" },
            { Some.Environment with { Port = 0 }, "*port 0*--port-base*" },
            { Some.Environment with { Port = 70000 }, "*port 70000*" },
            { Some.Environment with { Instances = 0 }, "*0 instances*" },
            { Some.Environment with { ReadyTimeout = TimeSpan.Zero }, "*ready timeout*" },
            { Some.Environment with { Expiry = TimeSpan.Zero }, "*--review-hours*" },
            { Some.Environment with { Approval = new ApprovalPolicy { People = 3 } }, "*3 people*" },
            {
                Some.Environment with
                {
                    SmokeChecks = [SmokeCheck.Get("version")],
                },
                "*'version' must begin with a slash*"
            },
        };

    [Theory]
    [MemberData(nameof(Unsound))]
    public void An_unsound_environment_is_one_clear_error(EnvironmentSpec environment, string message) =>
        FluentActions.Invoking(environment.Require).Should().Throw<DeliveryException>().WithMessage(message);

    [Fact]
    public void The_configuration_digest_tells_settings_apart_and_does_not_show_them()
    {
        var one = With("secret-1");
        var other = With("secret-2");

        one.ConfigurationDigest.Should().NotBe(other.ConfigurationDigest).And.NotContain("secret");
        one.ConfigurationDigest.Should().Be(With("secret-1").ConfigurationDigest);
    }

    static EnvironmentSpec With(string password) =>
        Some.Environment with
        {
            Settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["Password"] = password },
        };
}
