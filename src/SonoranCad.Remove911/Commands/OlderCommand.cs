namespace SonoranCad.Remove911.Commands;

/// <summary><c>/clear911 older 30</c>: counts the calls that have been open for longer than a number of minutes.</summary>
internal sealed class OlderCommand(CallCounter counter, SettingsMonitor settings, IClock clock) : ISubcommand
{
    // A week, as for clearAfterMinutes.
    private const int MaxMinutes = 10_080;

    public SubcommandDefinition Definition => SubcommandDefinitions.Older;

    public void Run(CommandContext context)
    {
        if (!int.TryParse(context.Argument, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) || minutes is < 1 or > MaxMinutes)
        {
            counter.Refuse(context, new Phrase("open.longer_minutes").With("most", MaxMinutes).With("command", settings.Current.Command));
            return;
        }

        counter.Count(context, FormattableString.Invariant($"{Definition.Word} {minutes}"), result =>
        {
            var age = TimeSpan.FromMinutes(minutes);
            var ids = result.Calls!.Where(call => call.IsOlderThan(age, clock.Elapsed)).Select(call => call.CallId).ToList();
            var withoutAge = result.Calls!.Count(call => call.OpenedAt is null);
            var reply = ids.Count == 0
                ? new Phrase("open.longer_none").With("minutes", minutes)
                : counter.Question(Phrase.OfCalls("open.longer_ask", ids).With("minutes", minutes), ids.Count);
            return new CallSelection(ids, reply, withoutAge > 0 ? Phrase.OfCount("open.longer_unknown", withoutAge) : null);
        });
    }
}
