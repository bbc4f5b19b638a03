namespace SonoranCad.Remove911.Commands;

/// <summary><c>/clear911 all</c>: counts every open call. With <c>confirm</c> it does what <see cref="ConfirmCommand"/> does.</summary>
internal sealed class AllCommand(CallCounter counter, ConfirmCommand confirm) : ISubcommand
{
    public SubcommandDefinition Definition => SubcommandDefinitions.All;

    public void Run(CommandContext context)
    {
        if (context.Usage.ClearsCalls)
            confirm.Run(context);
        else
            counter.Count(context, Definition.Word, SelectAll);
    }

    private CallSelection SelectAll(OpenCallsResult result)
    {
        var ids = result.Calls!.Select(call => call.CallId).ToList();
        var question = counter.Question(Phrase.OfCalls("open.all_ask", ids), ids.Count);
        return new CallSelection(ids, question, CutNote: new Phrase("open.all_cut").With("most", ids.Count));
    }
}
