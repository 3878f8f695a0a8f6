using Slipway.Components.Shipping;
using Slipway.Workflows.Running.Runs;

namespace Slipway.Components.Running;

/// <summary>Asks whoever sits in front of the run; one question at a time.</summary>
sealed class PersonApproves(IRunWorkflow build, RunView view) : IApprovals, IDisposable
{
    readonly SemaphoreSlim _one = new(1);

    public void Dispose() => _one.Dispose();

    public async Task<Approval> AskAsync(ApprovalRequest request, CancellationToken cancellation)
    {
        if (!build.NeedsApproval(request.Environment))
            return Approval.Given;
        if (build.Json || !Person.IsThere)
            return Approval.Waiting;
        await _one.WaitAsync(cancellation);
        try
        {
            using var pause = view.Pause();
            Console.WriteLine($"\n{request.Summary.Trim()}\n");
            var question = $"'{request.Job}' deploys to {request.Environment}. Go on?";
            return Person.Agrees(question) ? Approval.Given : Approval.Refused;
        }
        finally
        {
            _one.Release();
        }
    }
}
