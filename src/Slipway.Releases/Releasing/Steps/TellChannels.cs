namespace Slipway.Releases;

/// <summary>
/// Who wants to know is told that the version is out, each once: what was told is recorded at the remote right after it. A
/// run that is killed in between tells again, as the same message. Whatever goes wrong here fails no release.
/// </summary>
sealed class TellChannels(ReleaseContext context, TimeProvider time) : IReleaseStep
{
    IReadOnlyList<NoticeChannel> _open = [];
    string? _ended;

    public string Title => "Tell who wants to know";

    public bool IsChange => false;

    public async Task<StepAnswer> AskAsync(CancellationToken cancellationToken)
    {
        if (_ended is not null)
            return new StepAnswer.Done(_ended);
        try
        {
            var told = await context.Repository.ToldAsync(context.Tag, cancellationToken);
            _open = [.. context.Content.Channels.Where(channel => !told.Contains(channel.Id, StringComparer.Ordinal))];
            return _open.Count > 0
                ? new StepAnswer.Open()
                : new StepAnswer.Done(string.Join(", ", context.Content.Channels));
        }
        catch (ReleaseException failure)
        {
            return new StepAnswer.Done(Nobody(failure));
        }
    }

    public async Task DoAsync(CancellationToken cancellationToken)
    {
        try
        {
            var tag = await context.Repository.LocalTagAsync(context.Tag, cancellationToken);
            await TellAsync(tag!, cancellationToken);
        }
        catch (ReleaseException failure)
        {
            Nobody(failure);
        }
    }

    async Task TellAsync(TagState tag, CancellationToken cancellationToken)
    {
        var told = new List<string>();
        using var sender = new NoticeSender(time);
        foreach (var channel in _open)
        {
            if (await sender.SendAsync([channel], NoticeOf(tag), cancellationToken) is [var failure])
            {
                context.Untold.Add($"{failure}. Release again tells it.");
                continue;
            }

            told.Add(channel.Name);
            await RecordAsync(tag, channel, cancellationToken);
        }

        _ended = told.Count == 0 ? "nobody could be told" : string.Join(", ", told);
    }

    string Nobody(ReleaseException failure)
    {
        context.Untold.Add($"Nobody was told: {failure.Message} Release again tells it.");
        return _ended = "nobody could be told";
    }

    async Task RecordAsync(TagState tag, NoticeChannel channel, CancellationToken cancellationToken)
    {
        try
        {
            await context.Repository.RecordToldAsync(context.Tag, tag.Id, channel.Id, cancellationToken);
        }
        catch (ReleaseException failure)
        {
            context.Untold.Add(
                $"{channel} was told, which could not be recorded: {failure.Message} Release again tells it again."
            );
        }
    }

    Notice NoticeOf(TagState tag) =>
        new(
            NoticeKind.Released,
            $"{context.Content.Backend} {context.Version} is released",
            context.Content.Backend,
            context.Version.ToString(),
            time.GetUtcNow()
        )
        {
            Id = $"msg_{tag.Id}",
            Commit = context.Roll.Commit,
            Link = context.Release!.Page,
        };
}
