namespace Slipway.Supervisor.Processes;

/// <summary>One process for all time: numbers are used again, a number with its start is not.</summary>
/// <param name="Pid">Its number.</param>
/// <param name="Start">When it started, as the system tells it: only good for comparing.</param>
sealed record ProcessIdentity(int Pid, string Start);
