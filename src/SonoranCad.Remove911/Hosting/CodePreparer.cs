using System.Reflection;

namespace SonoranCad.Remove911.Hosting;

/// <summary>
/// Compiles this resource's code before it is called, because Mono compiles a method in its first call, and the first command
/// calls hundreds. What the start has no time for follows in the first ticks, within their budget and before any other work.
/// </summary>
internal sealed class CodePreparer(IClock clock, TickBudget budget) : ITickable
{
    private const BindingFlags Declared =
        BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    // The folders in the order in which a removal passes them; the others are needed later or in the start already.
    private static readonly string[] Order = ["Cfx", "Commands", "Removals", "Delivery", "Http", "Cad", "Notifications", "Resilience", "Localization", "Logging"];

    // Time since the start; the server's 150 ms less what comes before and after.
    private static readonly TimeSpan StartLimit = TimeSpan.FromMilliseconds(125);

    private IEnumerator<MethodBase>? _methods = IsMono ? FindMethods().GetEnumerator() : null;

    public bool NeedsTick => _methods is not null;

    // Other runtimes compile in the background.
    private static bool IsMono => Type.GetType("Mono.Runtime") is not null;

    public void Start()
    {
        if (IsMono)
            UseLibraries();

        while (_methods is not null && clock.Elapsed < StartLimit)
            PrepareNext();
    }

    public void Tick(TimeSpan now)
    {
        while (_methods is not null && !budget.IsSpent)
            PrepareNext();
    }

    // The code of libraries is compiled by using it: a request, its response, a report, a line of the audit file.
    private static void UseLibraries()
    {
        var account = new CadAccount("https://example.com", "community", "key", 1);
        foreach (var endpoint in RemovalEndpoint.CreateAll(ApiMode.Auto, string.Empty, 1, new SecretRedactor()))
        {
            endpoint.CreateRequest(account, [1]);
            endpoint.Reader.Read(HttpResponse.From(200, "{}", null));
            endpoint.Reader.Read(HttpResponse.From(400, null, "HTTP 400: {\"title\":\"No\"}"));
        }

        CallIdParser.ParseWords(["1", "2"]);
        RemovalReportMessages.Summarize(RemovalReport.AllFailed([1], RemovalErrors.Busy));

        AuditRecord.Format(new OutboxEntry(1, account.Target, Requester.Console, DateTime.MinValue), null, DateTime.MinValue);
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
        var methods = _methods!;
        _methods = null;
        if (methods.MoveNext())
        {
            // Mono compiles for this; RuntimeHelpers.PrepareMethod does nothing there. If it throws, preparing ends.
            methods.Current.MethodHandle.GetFunctionPointer();
            _methods = methods;
        }
    }
}
