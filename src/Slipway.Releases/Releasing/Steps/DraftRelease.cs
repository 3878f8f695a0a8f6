namespace Slipway.Releases;

/// <summary>The host's release as a draft, with its notes. The notes of a published one may have been edited by people.</summary>
sealed class DraftRelease(ReleaseContext context) : IReleaseStep
{
    string? _notes;

    public string Title => "Draft the release and its notes";

    string Name => $"{context.Version}";

    public async Task<StepAnswer> AskAsync(CancellationToken cancellationToken)
    {
        context.Release = await context.Host.FindReleaseAsync(context.Tag, cancellationToken);
        return context.Release switch
        {
            null => new StepAnswer.Open(),
            { IsDraft: false } => new StepAnswer.Done("published"),
            var draft => Same(draft.Notes, await NotesAsync(cancellationToken)) && draft.Title.Is(Name)
                ? new StepAnswer.Done("a draft")
                : new StepAnswer.Open(),
        };
    }

    public async Task DoAsync(CancellationToken cancellationToken)
    {
        var notes = await NotesAsync(cancellationToken);
        var draft = await context.Host.CreateDraftAsync(
            new ReleaseDraft(context.Tag, context.Roll.Commit, Name, notes, context.Version.PreRelease is not null),
            cancellationToken
        );
        if (draft.IsDraft)
            await context.Host.UpdateNotesAsync(draft.Id, Name, notes, cancellationToken);
    }

    async Task<string> NotesAsync(CancellationToken cancellationToken) =>
        _notes ??= await context.Content.Notes(await context.FactsAsync(cancellationToken), cancellationToken);

    /// <summary>A host may store other line ends.</summary>
    static bool Same(string one, string other) => Plain(one).Is(Plain(other));

    static string Plain(string text) => text.ReplaceLineEndings("\n").Trim();
}
