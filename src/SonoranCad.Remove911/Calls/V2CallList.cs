using System;
using System.Collections.Generic;
using SonoranCad.Remove911.Cad;
using SonoranCad.Remove911.Messages;

namespace SonoranCad.Remove911.Calls;

/// <summary>API v2's list of calls, in every plan, five times a minute. Source: the vendor's v2 documents.</summary>
internal sealed class V2CallList : ICallList
{
    // v2's paths name a server always; a community with one server has number 1.
    private const int DefaultServer = 1;

    private readonly string _userAgent;
    private readonly V2AnswerReader _reader;

    public V2CallList(string version, SecretFilter secrets)
    {
        _userAgent = "sonorancad-remove911/" + version;
        _reader = new V2AnswerReader(secrets);
    }

    public int Generation => 2;

    // The closed calls come along in any case, and are of no use here: as few as the documents let one ask for.
    public CadRequest Create(CadAccount account) => new(
        FormattableString.Invariant($"{account.ApiUrl}/v2/emergency/servers/{account.ServerId ?? DefaultServer}/calls?closedLimit=1"),
        "GET",
        string.Empty,
        new Dictionary<string, string>
        {
            ["Accept"] = "application/json",
            ["Authorization"] = "Bearer " + account.ApiKey,
            ["User-Agent"] = _userAgent,
        });

    public CadVerdict Read(CadAnswer answer)
    {
        // No call is named, so what is not found is the server, whatever the words.
        var verdict = _reader.Read(answer);
        return verdict.Kind == VerdictKind.CallUnknown ? CadVerdict.Of(VerdictKind.Failed, CadOutcomes.ServerUnknown) : verdict;
    }
}
