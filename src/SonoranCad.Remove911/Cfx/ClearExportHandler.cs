using System;
using CitizenFX.Core.Native;
using SonoranCad.Remove911.Commands;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Logging;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.Cfx;

/// <summary>The export for other resources.</summary>
internal sealed class ClearExportHandler
{
    public const string ExportName = "clear911";

    private readonly RemovalService _removals;
    private readonly ExceptionGuard _guard;
    private readonly ILog _log;
    private readonly Localizer _localizer;

    public ClearExportHandler(RemovalService removals, ExceptionGuard guard, ILog log, Localizer localizer)
    {
        _removals = removals;
        _guard = guard;
        _log = log;
        _localizer = localizer;
    }

    /// <summary>The export's function; it returns nothing, since a returned task would be answered off the main thread.</summary>
    /// <param name="callId">A call id or a list of them.</param>
    /// <param name="callback">A function that gets the answer, or null.</param>
    public void OnCall(object callId, object callback)
    {
        try
        {
            // A client can raise the event behind an export. Only the server knows which resource calls, and where it
            // names none nothing is trusted, the callback least of all.
            var resource = API.GetInvokingResource();
            if (string.IsNullOrEmpty(resource))
            {
                _removals.LogSuspicious("export " + ExportName, new Phrase("log.export_of_nobody"));
                return;
            }

            ResourceRequestHandler.Submit(_removals, _log, _localizer, Requester.Resource(resource), callId, callback);
        }
        catch (Exception e)
        {
            _guard.LogFault("export " + ExportName, e);
        }
    }
}
