namespace SonoranCad.Remove911.Commands;

/// <summary>Looks for the account again when the vendor's resource starts, which publishes its convars a moment later.</summary>
internal sealed class AccountWatcher(AccountProvider accounts, ILog log, ResourceInfo resource) : ITickable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private int _looksLeft;
    private TimeSpan _nextLookAt;
    private MissingAccountReason? _reportedReason;

    public bool NeedsTick => _looksLeft > 0;

    public void OnStarting(string name)
    {
        if (name == SonoranCadChannel.ResourceName && accounts.UsesConvars)
        {
            // An account that is ready can lack only its server's number.
            _looksLeft = accounts.IsReady ? 5 : 30;
            _reportedReason = accounts.Resolution?.MissingReason;
        }
    }

    public void Tick(TimeSpan now)
    {
        if (_looksLeft == 0 || now < _nextLookAt)
            return;

        accounts.Refresh();
        _nextLookAt = now + Interval;
        _looksLeft--;

        // The reason may differ from the one at startup. The same line is not repeated.
        if (_looksLeft == 0 && accounts.Resolution is { MissingReason: { } reason } resolution && reason != _reportedReason)
            log.Write(LogLevel.Error, StartupMessages.HowToFix(resolution, resource.Name));
    }
}
