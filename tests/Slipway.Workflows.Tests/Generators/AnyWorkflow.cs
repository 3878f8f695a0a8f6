using FsCheck;
using FsCheck.Fluent;
using Slipway.Workflows.Model;

namespace Slipway.Workflows.Tests.Generators;

static class AnyWorkflow
{
    /// <summary>Workflows that are valid on GitHub, with all of the syntax and without comments.</summary>
    public static Gen<Workflow> Valid { get; } =
        from name in Texts.Any.Maybe()
        from runName in Texts.WithExpressions.Maybe()
        from triggers in Triggers.Any
        from permissions in Settings.Permissions.Maybe()
        from env in Settings.Env
        from defaults in Settings.Defaults.Maybe()
        from concurrency in Settings.Concurrency.Maybe()
        from jobs in Jobs.Any
        select new Workflow
        {
            Name = name,
            RunName = runName,
            On = triggers,
            Permissions = permissions,
            Env = env,
            Defaults = defaults,
            Concurrency = concurrency,
            Jobs = jobs,
        };

    /// <summary>The same workflow with this comment wherever there may be one.</summary>
    public static Workflow WithComments(Workflow workflow, string comment) =>
        workflow with
        {
            Comment = comment,
            On = ValueList.From(workflow.On.Select(trigger => trigger with { Comment = comment })),
            Permissions = WithComments(workflow.Permissions, comment),
            Env = WithComments(workflow.Env, comment),
            Jobs = ValueMap.From(
                workflow.Jobs.Select(entry => new Entry<Job>(entry.Key, WithComments(entry.Value, comment)))
            ),
        };

    static Job WithComments(Job job, string comment)
    {
        var commented = job with { Comment = comment, Permissions = WithComments(job.Permissions, comment) };
        return commented switch
        {
            RunnerJob runner => runner with
            {
                Env = WithComments(runner.Env, comment),
                Steps = ValueList.From(runner.Steps.Select(step => WithComments(step, comment))),
            },
            CallJob call => call with { Uses = call.Uses with { Version = comment } },
            _ => commented,
        };
    }

    static Step WithComments(Step step, string comment)
    {
        var commented = step with { Comment = comment, Env = WithComments(step.Env, comment) };
        return commented is ActionStep action
            ? action with
            {
                Uses = action.Uses with { Version = comment },
            }
            : commented;
    }

    static Permissions? WithComments(Permissions? permissions, string comment) =>
        permissions is null ? null : permissions with { Scopes = WithComments(permissions.Scopes, comment) };

    static ValueMap<T> WithComments<T>(ValueMap<T> map, string comment) =>
        ValueMap.From(map.Select(entry => entry with { Comment = comment }));
}
