using System.Reflection;

namespace SonoranCad.Remove911.Hosting;

/// <summary>
/// Compiles this resource's code before it is called, because Mono compiles a method in its first call, and the first command
/// calls hundreds. What the start has no time for follows in the first ticks, within their budget and before any other work.
/// </summary>
internal sealed class CodePreparer(IClock clock, TickBudget budget, ILog log) : ITickable
{
    private const BindingFlags Declared =
        BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    // The folders in the order in which a removal passes them; the others are needed later or in the start already.
    private static readonly string[] Order = ["Cfx", "Commands", "Removals", "Delivery", "Http", "Cad", "Notifications", "Resilience", "Localization", "Logging"];

    // Time since the start; the server's 150 ms less what comes before and after.
    private static readonly TimeSpan StartLimit = TimeSpan.FromMilliseconds(125);

    private static readonly CadAccount Account = new("https://example.com", "community", "key", 1);

    private IEnumerator<MethodBase>? _methods = FindMethods().GetEnumerator();
    private IEnumerator<Action>? _uses = UsesForResponse(log).GetEnumerator();

    // Other runtimes compile in the background.
    public bool NeedsTick { get; private set; } = Type.GetType("Mono.Runtime") is not null;

    public void Start()
    {
        if (NeedsTick)
            UseForCommand();

        while (NeedsTick && clock.Elapsed < StartLimit)
            PrepareNext();
    }

    public void Tick(TimeSpan now)
    {
        while (NeedsTick && !budget.IsSpent)
            PrepareNext();
    }

    // The code of libraries is compiled by using it: here what parses a command and creates its request.
    private static void UseForCommand()
    {
        foreach (var endpoint in RemovalEndpoint.CreateAll(ApiMode.Auto, string.Empty, 1, new SecretRedactor()))
            endpoint.CreateRequest(Account, [1]);

        CallIdParser.ParseWords(["1", "2"]);
    }

    // What reads a response and reports it, in steps of a few milliseconds.
    private static IEnumerable<Action> UsesForResponse(ILog log)
    {
        var reader = new CadResponseReader(ApiVersion.V2, new SecretRedactor());
        var request = new RemovalRequest(Requester.Console, new ConsoleReply(log), [1, 2]);
        request.Record(1, null);
        request.Record(2, RemovalErrors.Busy);
        return
        [
            () => reader.Read(HttpResponse.From(200, "{}", null)),
            () => reader.Read(HttpResponse.From(400, null, "HTTP 400: {\"title\":\"No\"}")),
            () => request.CreateReport(),
            () => RemovalReportMessages.Summarize(request.CreateReport()),
            () => AuditRecord.Format(new OutboxEntry(1, Account.Target, Requester.Console, DateTime.MinValue), null, DateTime.MinValue),
        ];
    }

    private static IEnumerable<MethodBase> FindMethods() => typeof(CodePreparer).Assembly.GetTypes()
        .Where(type => !type.ContainsGenericParameters)
        .OrderBy(type => (uint)Array.IndexOf(Order, type.Namespace?.Split('.').Last()))
        .SelectMany(type => type.GetMembers(Declared).OfType<MethodBase>().Concat(FindCollectionMethods(type)))
        .Where(method => !method.IsAbstract && !method.ContainsGenericParameters);

    // The base library has no code yet for collections of our structs.
    private static IEnumerable<MethodBase> FindCollectionMethods(Type type) =>
        type.GetFields(Declared).Select(field => field.FieldType).Where(IsOfStructs).SelectMany(field => field.GetMethods());

    private static bool IsOfStructs(Type type) => type.IsGenericType && type.GetGenericArguments().Any(argument => argument.IsValueType);

    private void PrepareNext()
    {
        // If it throws, preparing ends.
        NeedsTick = false;
        if (_methods!.MoveNext())
        {
            // Mono compiles for this; RuntimeHelpers.PrepareMethod does nothing there.
            _methods.Current.MethodHandle.GetFunctionPointer();
            NeedsTick = true;
        }
        else if (_uses!.MoveNext())
        {
            _uses.Current();
            NeedsTick = true;
        }
        else
        {
            // What they hold would make each garbage collection longer.
            (_methods, _uses) = (null, null);
        }
    }
}
