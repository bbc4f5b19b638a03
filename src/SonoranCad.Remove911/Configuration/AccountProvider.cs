namespace SonoranCad.Remove911.Configuration;

/// <summary>Holds the account in use. While it is missing or refused, a use reads it again, at most once a second.</summary>
internal sealed class AccountProvider(ConfigLoader loader, AccountResolver resolver, SecretRedactor secrets, IClock clock, ILog log)
{
    private ConfigFile _file = new();
    private TimeSpan _nextReadAt;

    // The CAD's latest refusal. It holds until another account is in use, or a reload.
    private CadAccount? _refusedAccount;
    private RemovalError? _refusal;

    /// <summary>Raised when a later read finds an account, or another one.</summary>
    public event Action? AccountFound;

    /// <summary>Raised when the account changes to one with other calls: what is known about the old ones is useless.</summary>
    public event Action? CallsInvalidated;

    public AccountResolution? Resolution { get; private set; }

    /// <summary>Whether the vendor's convars may give a value.</summary>
    public bool UsesConvars => _file.Settings is { CommunityId: "" } or { ApiKey: "" } or { ServerId: null };

    public bool IsReady => Account is not null;

    /// <summary>The account in use, without another look for one.</summary>
    public CadAccount? Account => IsRefused ? null : Resolution?.Account;

    /// <summary>Where a bare call id belongs; null if there never was an account.</summary>
    public CallTarget? Target { get; private set; }

    /// <summary>Whether the CAD refused the account and it has not changed since.</summary>
    public bool IsRefused => _refusedAccount is not null && _refusedAccount.Equals(Resolution?.Account);

    public RemovalError? Refusal => IsRefused ? _refusal : null;

    /// <summary>Resolves the account again, and gives one that the CAD refused another try.</summary>
    public AccountResolution Reload(ConfigFile file)
    {
        _refusedAccount = null;
        return Resolve(file);
    }

    /// <summary>The account to send with, or null and the reason.</summary>
    public CadAccount? GetCurrent(out RemovalError? error)
    {
        if (!IsReady && clock.Elapsed >= _nextReadAt)
        {
            _nextReadAt = clock.Elapsed + TimeSpan.FromSeconds(1);
            Refresh();
        }

        error = Refusal ?? Resolution?.Error;
        return Account;
    }

    /// <summary>Reads the vendor's convars again, and without an account also our settings. Keeps the account unless they give another.</summary>
    public void Refresh()
    {
        if (IsReady && (resolver.Resolve(_file).Account is not { } found || found.Equals(Account)))
            return;

        Resolve(IsReady ? _file : loader.Load());
        if (Account is { } account)
        {
            log.Write(LogLevel.Info, new Phrase("log.account_ready").With("account", account.Describe()));
            AccountFound?.Invoke();
        }
    }

    /// <summary>Stops using the account that the CAD refused, until its values change, a reload or a restart.</summary>
    /// <returns>Whether that ended sending; false if the request was sent before the account was last read.</returns>
    public bool MarkRefused(CadAccount account, RemovalError error)
    {
        // Not Equals: a response to a request from before a reload says nothing about what the owner may have fixed since.
        if (!ReferenceEquals(account, Account))
            return false;

        _refusedAccount = account;
        _refusal = error;
        log.Write(LogLevel.Error, new Phrase("log.account_refused").With("account", account.Describe()).With("reason", error.Message));
        return true;
    }

    /// <summary>Uses the account that <paramref name="file"/> and the convars give, unless the CAD has refused it.</summary>
    public AccountResolution Resolve(ConfigFile file)
    {
        _file = file;
        Resolution = resolver.Resolve(file);
        secrets.Add(file.Settings.ApiKey);
        secrets.Add(file.Settings.DiscordWebhook);
        secrets.Add(Resolution.Account?.ApiKey);

        // Those that others override are secrets too.
        file.Secrets.ForEach(secrets.Add);
        secrets.Add(resolver.VendorKey);
        if (Account is { } account)
        {
            var previous = Target;
            Target = account.Target;
            _refusedAccount = null;
            if (previous is not null && Target != previous)
                CallsInvalidated?.Invoke();
        }

        return Resolution;
    }
}
