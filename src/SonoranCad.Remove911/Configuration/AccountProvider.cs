namespace SonoranCad.Remove911.Configuration;

/// <summary>
/// Holds the account in use. While there is none, or the CAD has refused it, a use reads config.json and the convars
/// again, at most once a second, so that an owner who fixes them needs no restart.
/// </summary>
internal sealed class AccountProvider(ConfigLoader loader, AccountResolver resolver, SecretRedactor secrets, IClock clock, ILog log)
{
    private CadAccount? _account;
    private RemovalError? _error;
    private CadAccount? _lastAccount;
    private ConfigFile _file = new();
    private TimeSpan _nextReadAt;

    // MarkRefused sets these; Resolve decides after each read whether the refusal still applies.
    private CadAccount? _refusedAccount;
    private RemovalError? _refusal;
    private bool _isRefused;

    /// <summary>Raised when a later read finds an account, or another one.</summary>
    public event Action? AccountFound;

    /// <summary>Raised when the account changes to one with other calls: what is known about the old ones is useless.</summary>
    public event Action? CallsInvalidated;

    /// <summary>The result of the latest read.</summary>
    public AccountResolution? Resolution { get; private set; }

    /// <summary>Whether the vendor's convars give a value.</summary>
    public bool UsesConvars => _file.Settings is { CommunityId: "" } or { ApiKey: "" } or { ServerId: null };

    public bool IsReady => _account is not null;

    /// <summary>The account in use, without another look for one.</summary>
    public CadAccount? Account => _account;

    /// <summary>Where a bare call id belongs; null if there never was an account.</summary>
    public CallTarget? Target => (_account ?? _lastAccount)?.Target;

    /// <summary>Whether the CAD refused the account and it has not changed since.</summary>
    public bool IsRefused => _account is null && _isRefused;

    /// <summary>Why the CAD refused the account, or null.</summary>
    public RemovalError? Refusal => IsRefused ? _refusal : null;

    /// <summary>Resolves the account at startup.</summary>
    public AccountResolution Initialize(ConfigFile file) => Resolve(file);

    /// <summary>Resolves the account again, and gives one that the CAD refused another try.</summary>
    public AccountResolution Reload(ConfigFile file)
    {
        _account = null;
        _refusedAccount = null;
        return Resolve(file);
    }

    /// <summary>The account to send with, or null and the reason.</summary>
    public CadAccount? GetCurrent(out RemovalError? error)
    {
        if (_account is null && clock.Elapsed >= _nextReadAt)
        {
            _nextReadAt = clock.Elapsed + TimeSpan.FromSeconds(1);
            Refresh();
        }

        error = _account is null ? _error : null;
        return _account;
    }

    /// <summary>Reads the vendor's convars again; config.json and our convars too if there is no account. Keeps the account unless they give another.</summary>
    public void Refresh()
    {
        if (_account is null || (resolver.Resolve(_file).Account is { } account && !account.Equals(_account)))
        {
            ResolveAgain(_account is null ? loader.Load() : _file);
        }
    }

    /// <summary>Stops using the account that the CAD refused, until its values change, a reload or a restart.</summary>
    /// <returns>Whether that ended sending; false if the response was about values that are no longer in use.</returns>
    public bool MarkRefused(CadAccount account, RemovalError error)
    {
        if (!account.Equals(_account))
        {
            return false;
        }

        _refusedAccount = account;
        _refusal = error;
        _isRefused = true;
        _account = null;
        _error = error;
        log.Write(LogLevel.Error, new Phrase("log.account_refused").With("account", account.Describe()).With("reason", error.Message));
        return true;
    }

    private void ResolveAgain(ConfigFile file)
    {
        Resolve(file);
        if (_account is not null)
        {
            log.Write(LogLevel.Info, new Phrase("log.account_ready").With("account", _account.Describe()));
            AccountFound?.Invoke();
        }
    }

    private AccountResolution Resolve(ConfigFile file)
    {
        _file = file;
        secrets.Add(file.Settings.ApiKey);
        secrets.Add(file.Settings.DiscordWebhook);
        var resolution = resolver.Resolve(file);
        Resolution = resolution;
        _isRefused = resolution.Account is not null && resolution.Account.Equals(_refusedAccount);
        _error = _isRefused ? _refusal : resolution.Error;
        secrets.Add(resolution.Account?.ApiKey);
        if (resolution.Account is not null && !_isRefused)
        {
            Use(resolution.Account);
        }

        return resolution;
    }

    private void Use(CadAccount account)
    {
        var previous = _lastAccount;
        _account = account;
        _lastAccount = account;
        _refusedAccount = null;
        if (previous is not null && account.Target != previous.Target)
        {
            CallsInvalidated?.Invoke();
        }
    }
}
