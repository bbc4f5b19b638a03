namespace SonoranCad.Remove911.Commands;

/// <summary><c>/clear911 from Jane</c>: counts the open calls whose caller's name, as the list shows it, begins with these words.</summary>
internal sealed class FromCommand(CallCounter counter, SettingsMonitor settings) : ISubcommand
{
    // How many of the callers the question names, and how much of each name.
    private const int MaxNames = 3;
    private const int MaxLength = 24;

    public SubcommandDefinition Definition => SubcommandDefinitions.From;

    public void Run(CommandContext context)
    {
        // A name that was too long for the list ends in a "…" there.
        var caller = TextSanitizer.Clean(context.Argument, TextSanitizer.MaxNameLength).TrimEnd('…');
        counter.Count(context, $"{Definition.Word} {caller}", result =>
        {
            var calls = result.Calls!.Where(call => call.IsFrom(caller)).ToList();
            var ids = calls.Select(call => call.CallId).ToList();
            var reply = ids.Count == 0
                ? new Phrase("open.from_none").With("caller", caller).With("command", settings.Current.Command)
                : counter.Question(Phrase.OfCalls("open.from_ask", ids).With("caller", FormatCallers(calls)), ids.Count);
            return new CallSelection(ids, reply);
        });
    }

    // The beginning of a name may fit several callers: the requester has to see whose calls would go.
    private static object FormatCallers(IEnumerable<OpenCall> calls)
    {
        var names = calls.Select(call => call.Caller).Distinct(StringComparer.OrdinalIgnoreCase);
        return ListFormatter.FormatShort(names.Select(name => TextSanitizer.Clean(name, MaxLength)).ToList(), MaxNames);
    }
}
