using Nuke.Common;
using Serilog;
using Slipway.Delivery.Execution;
using Slipway.Delivery.Plans;
using Slipway.Releases;

namespace Slipway.Components;

/// <summary>Tells whom the build names. It never fails: what happened has happened.</summary>
static class Notices
{
    static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    /// <summary>Tells how a command on an environment ended, where it changed something or waits for somebody.</summary>
    public static async Task TellAsync(IHazEnvironments build, Outcome outcome, Uri url)
    {
        var name = build.Backend.Name;
        Notice? notice = outcome switch
        {
            Succeeded { Plan: { Purpose: Purpose.Rollback } plan } => Of(
                NoticeKind.RolledBack,
                $"{plan.Environment} went back to {name} {plan.Wanted.Version}",
                plan
            ),
            Succeeded { Plan: var plan } => Of(
                NoticeKind.Deployed,
                $"{name} {plan.Wanted.Version} is live in {plan.Environment}",
                plan
            ),
            Undone { Plan: var plan } => Of(
                NoticeKind.RolledBack,
                $"{name} {plan.Wanted.Version} was not finished in {plan.Environment} and was taken back",
                plan
            ),
            RolledBack back => Of(
                NoticeKind.RolledBack,
                $"{name} {back.Plan.Wanted.Version} failed in {back.Plan.Environment} and was taken back",
                back.Plan
            ) with
            {
                Why = back.Evidence.Message,
            },
            AwaitingApproval { Plan: var plan } => Waiting(plan),
            Refused { Anew: var plan } => Waiting(plan),
            _ => null,
        };
        if (notice is not null)
            await TellAsync(build, notice);

        Notice Of(NoticeKind kind, string headline, Plan plan) =>
            new(kind, headline, name, plan.Wanted.Version, Now)
            {
                Environment = plan.Environment,
                Commit = plan.Wanted.Commit,
                Link = url,
            };

        Notice Waiting(Plan plan) =>
            Of(
                NoticeKind.WaitingForApproval,
                $"{name} {plan.Wanted.Version} waits for an approval for {plan.Environment}",
                plan
            ) with
            {
                Command = Shipping.NextCommand.Line(build, $"Approve --digest {plan.Digest}"),
            };
    }

    /// <summary>Nobody to tell is no failure, and neither is somebody who cannot be told: that is said in a line.</summary>
    public static async Task TellAsync(INukeBuild build, Notice notice)
    {
        try
        {
            if (ChannelsOf(build) is not { Count: > 0 } channels)
                return;
            using var sender = new NoticeSender();
            foreach (var failure in await sender.SendAsync(channels, notice))
                Log.Warning("{Failure:l}", failure);
        }
        catch (Exception failure)
        {
            Log.Warning("Nobody could be told: {Why:l}", failure.Message);
        }
    }

    /// <summary>Whom the build names. An address that is none is said, and keeps the others from nothing.</summary>
    public static IReadOnlyList<NoticeChannel> ChannelsOf(INukeBuild build)
    {
        var channels = new List<NoticeChannel>();
        if (build is not IHazNotifications named)
            return channels;
        Add(named.SlackWebhook, NoticeChannel.Slack);
        Add(named.TeamsWebhook, NoticeChannel.Teams);
        Add(named.NoticeWebhook, address => NoticeChannel.Webhook(address, named.NoticeWebhookSecret ?? ""));
        return channels;

        void Add(string? address, Func<string, NoticeChannel> make)
        {
            if (string.IsNullOrWhiteSpace(address))
                return;
            try
            {
                channels.Add(make(address));
            }
            catch (ReleaseException wrong)
            {
                Log.Warning("{Why:l}", wrong.Message);
            }
        }
    }
}
