namespace SonoranCad.Remove911.Cad;

/// <summary>What a response's text says, in either version of the API. It is read only as far as it is asked for: it may be long.</summary>
internal sealed class ResponseText(HttpResponse response)
{
    /// <summary>What the CAD sends, with status 200, if the address is not that of an endpoint.</summary>
    public const string NoServicePhrase = "BACKEND SERVICE REACHED";

    private static readonly string[] DeprecationPhrases =
        { "DEPRECAT", "NO LONGER SUPPORTED", "NO LONGER AVAILABLE", "DISCONTINUED", "HAS BEEN SUNSET" };

    private static readonly string[] NotFoundPhrases =
        { "NOT FOUND", "DOES NOT EXIST", "DOESN'T EXIST", "NO SUCH CALL", "ALREADY REMOVED", "NO LONGER AVAILABLE", "NO LONGER EXISTS" };

    // None of these is a text of the CAD.
    private static readonly string[] FirewallPhrases =
        { "ERROR CODE:", "ATTENTION REQUIRED", "ACCESS DENIED", "CLOUDFLARE", "JUST A MOMENT", "CAPTCHA", "BEEN BLOCKED", "REQUEST BLOCKED" };

    private static readonly string[] GatewayPhrases =
        { "BAD GATEWAY", "GATEWAY TIME", "SERVICE UNAVAILABLE", "INTERNAL SERVER ERROR", "TOO MANY REQUESTS" };

    // Words that the text of an error begins with.
    private static readonly string[] ErrorWords =
    {
        "ERROR", "INVALID", "FAIL", "UNAUTHORIZED", "FORBIDDEN", "BAD REQUEST", "MISSING", "NOT ", "UNABLE", "COULD NOT", "CANNOT", "FALSE",
        "UNSUCCESS", "NOTHING ", "NO CALL", "0 CALL", "NO 911 CALL", "0 911 CALL",
    };

    // Words that it may have anywhere.
    private static readonly string[] ErrorPhrases = { "AN ERROR", "INTERNAL ERROR", "WENT WRONG", "NOT FOUND" };

    private static readonly string[] ClearedWords = { "REMOVED", "CLEARED", "DELETED", "CLOSED", "SUCCESS", " SET", "DONE" };
    private static readonly string[] EndpointWords = { "ENDPOINT", "API", "REQUEST TYPE" };

    // A part of a text with one of these is about the endpoint or the future, or denies what it says.
    private static readonly string[] NoteWords = { "ENDPOINT", "WILL BE", "TO BE", "NOT ", "NOTHING", "UNSUCCESS", "DEPRECAT", "NO LONGER" };
    private static readonly string[] PartEnds = { ".", "!", "?", ";", ":", ",", " (", "\"", "\n" };

    private static readonly Regex PlanRequirement = new(@"\bVERSION\s+(\w[\w +-]{0,30}?)\s+REQUIRED\b", RegexOptions.CultureInvariant);

    private readonly string _text = response.Text;
    private readonly Lazy<JContainer?> _json = new(response.ParseJson);
    private bool? _isHtml;

    /// <summary>Whether it is a web page, which a proxy sends in the CAD's place.</summary>
    public bool IsHtml => _isHtml ??= response.IsHtml || (Json is null && Contains("<HTML"));

    /// <summary>What it tells a person: of JSON the message in it. Not yet safe to show.</summary>
    public string CadMessage => IsHtml ? string.Empty : JsonMessage ?? _text;

    private string? JsonMessage => Value("detail") ?? Value("title") ?? Value("message") ?? Value("error");
    private JContainer? Json => _json.Value;

    // Ignoring case would make each search ten times as slow. A page has nothing to look for.
    private string Capitals => field ??= response.IsHtml ? string.Empty : response.Text.ToUpperInvariant();

    /// <summary>Whether it is empty, binary data, or JSON that was cut off. The server's decoder replaces bytes that are not UTF-8 with U+FFFD.</summary>
    public bool IsUnreadable => string.IsNullOrWhiteSpace(_text)
        || (Json is null && (_text.StartsWith("{", StringComparison.Ordinal) || _text.StartsWith("[{", StringComparison.Ordinal)))
        || _text.Any(c => c == '\uFFFD' || (char.IsControl(c) && !char.IsWhiteSpace(c)));

    /// <summary>
    /// Whether it is problem details (RFC 9457), as all errors of API v2 are; the content type can't be seen from status 400 up.
    /// Cloudflare sends some of its own to clients that accept JSON, and says so in them.
    /// </summary>
    public bool IsProblem =>
        (Value("detail") ?? Value("title") ?? (Member("status") is null ? null : Value("type"))) is not null && !Contains("CLOUDFLARE");

    /// <summary>Whether a firewall in front of the CAD wrote it, or sent a page.</summary>
    public bool IsFirewall => IsHtml || (!IsProblem && ContainsAny(Capitals, FirewallPhrases));

    /// <summary>Whether a firewall, proxy or gateway in front of the CAD wrote it.</summary>
    public bool IsIntercepted => IsFirewall || (!IsProblem && ContainsAny(Capitals, GatewayPhrases));

    /// <summary>Whether the endpoint is gone, or will be soon.</summary>
    public bool SaysDeprecated => ContainsAny(Capitals, DeprecationPhrases);

    /// <summary>Whether a text with a note about its endpoint says that the calls were cleared all the same.</summary>
    public bool SaysCleared => Member("callId") is not null
        || Capitals.Split(PartEnds, StringSplitOptions.None).Any(part => ContainsAny(part, ClearedWords) && !ContainsAny(part, NoteWords));

    /// <summary>Whether a text that came as a success is none.</summary>
    public bool SaysError => Json is null
        ? HasErrorWords(Capitals.TrimStart('"'))
        : HasErrorWords(JsonMessage?.ToUpperInvariant() ?? string.Empty) || (IsProblem && Value("type") is not null)
            || Json.DescendantsAndSelf().OfType<JProperty>().Any(IsError);

    /// <summary>The status of an error within the text of a success; null if it has none.</summary>
    public int? ErrorStatus => int.TryParse(
        Convert.ToString(((Member("status") ?? Member("statusCode")) as JValue)?.Value, CultureInfo.InvariantCulture), out var status)
        && status is >= 400 and < 600 ? status : null;

    /// <summary>The plan that "VERSION … REQUIRED" names; null if the text is not of this form.</summary>
    public string? RequiredPlan =>
        Contains(" REQUIRED") && PlanRequirement.Match(Capitals) is { Success: true } match ? match.Groups[1].Value : null;

    /// <summary>The part of the message, in capitals, up to "NOT FOUND" or the like, which names what is missing; null if nothing is.</summary>
    public string? Missing => CadMessage.ToUpperInvariant() is var message && ContainsAny(message, NotFoundPhrases)
        ? message.Split(PartEnds, StringSplitOptions.None).Where(part => !ContainsAny(part, EndpointWords)).Select(UpToNotFound).FirstOrDefault(part => part is not null)
        : null;

    /// <summary>Whether the text contains a phrase that is given in capitals.</summary>
    public bool Contains(string phrase) => Contains(Capitals, phrase);

    public static bool Contains(string capitals, string phrase) => capitals.IndexOf(phrase, StringComparison.Ordinal) >= 0;

    private static bool ContainsAny(string capitals, string[] phrases) => phrases.Any(phrase => Contains(capitals, phrase));

    private static string? UpToNotFound(string part) => NotFoundPhrases.FirstOrDefault(phrase => Contains(part, phrase)) is { } phrase
        ? part.Substring(0, part.IndexOf(phrase, StringComparison.Ordinal) + phrase.Length)
        : null;

    private static bool HasErrorWords(string message) =>
        ErrorWords.Any(word => message.StartsWith(word, StringComparison.Ordinal)) || ContainsAny(message, ErrorPhrases);

    private static bool IsError(JProperty member) => member.Name.ToUpperInvariant() switch
    {
        "ERROR" or "ERRORS" => member.Value is JContainer { HasValues: true } or JValue { Value: not (null or false or "" or 0L) },
        "SUCCESS" or "OK" => member.Value.ToString().ToUpperInvariant() is "FALSE" or "0",
        "STATUS" or "RESULT" => HasErrorWords(member.Value.ToString().ToUpperInvariant()),
        _ => false,
    };

    private string? Value(string name) => (Member(name) as JValue)?.Value as string is { Length: > 0 } text ? text : null;

    private JToken? Member(string name) => (Json as JObject)?.GetValue(name, StringComparison.OrdinalIgnoreCase);
}
