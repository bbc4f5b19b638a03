using System;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.Delivery;

/// <summary>An outbox entry as the store has it.</summary>
internal sealed record StoredEntry(int CallId, Requester Requester, DateTime AcceptedAt, string? CommunityId);
