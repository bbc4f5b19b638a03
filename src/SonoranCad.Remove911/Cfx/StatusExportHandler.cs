using System;
using System.Collections.Generic;
using CitizenFX.Core.Native;
using SonoranCad.Remove911.Commands;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Logging;

namespace SonoranCad.Remove911.Cfx;

/// <summary>The export that tells other resources how this one stands.</summary>
internal sealed class StatusExportHandler
{
    public const string ExportName = "status";

    private readonly StatusTable _table;
    private readonly RemovalService _removals;
    private readonly ExceptionGuard _guard;

    public StatusExportHandler(StatusTable table, RemovalService removals, ExceptionGuard guard)
    {
        _table = table;
        _removals = removals;
        _guard = guard;
    }

    /// <summary>The export's function: the table, or an empty one for whoever is no resource.</summary>
    public object OnCall()
    {
        try
        {
            // A client can raise the event behind an export, and may be handed the function.
            if (!string.IsNullOrEmpty(API.GetInvokingResource()))
            {
                return _table.Read();
            }

            _removals.LogSuspicious("export " + ExportName, new Phrase("log.export_of_nobody"));
        }
        catch (Exception e)
        {
            _guard.LogFault("export " + ExportName, e);
        }

        return new Dictionary<string, object>();
    }
}
