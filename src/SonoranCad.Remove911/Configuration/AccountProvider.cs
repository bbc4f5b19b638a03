using System;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Logging;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.Configuration;

/// <summary>
/// Holds the account in use. While there is none, or the CAD refused it, each use looks at config.json and the convars
/// again: an owner who mends them needs no restart.
/// </summary>
internal sealed class AccountProvider(IResourceFiles files, AccountResolver resolver, SecretRedactor secrets, ILog log)
{
    /// <summary>The file's name in the resource's folder.</summary>
    public const string ConfigFileName = "config.json";

    private CadAccount? _account;
    private RemovalError? _error;
    private CadAccount? _lastAccount;
    private CadAccount? _refusedAccount;
    private RemovalError? _refusal;
    private bool _isRefused;

    /// <summary>Raised when a later look has found an account.</summary>
    public event Action? AccountFound;

    /// <summary>Raised when the account is one of other calls than the one before: what was known of those is of no use.</summary>
    public event Action? CallsInvalidated;

    /// <summary>What the last look at the configuration gave.</summary>
    public AccountResolution? Resolution { get; private set; }

    /// <summary>Whether there is an account to send with.</summary>
    public bool IsReady => _account is not null;

    /// <summary>Whether the CAD refused the account and it has not changed since.</summary>
    public bool IsRefused => _account is null && _isRefused;

    /// <summary>Why the CAD refused the account, or null.</summary>
    public RemovalError? Refusal => IsRefused ? _refusal : null;

    /// <summary>Takes the first look, at start.</summary>
    public AccountResolution Initialize(ConfigFile file) => Resolve(file);

    /// <summary>Takes the account anew; one that the CAD refused is tried again.</summary>
    public AccountResolution Reload(ConfigFile file)
    {
        _account = null;
        _refusedAccount = null;
        return Resolve(file);
    }

    /// <summary>The account to send with, or null and why not.</summary>
    public CadAccount? GetCurrent(out RemovalError? error)
    {
        if (_account is null)
        {
            ResolveAgain();
        }

        error = _account is null ? _error : null;
        return _account;
    }

    /// <summary>
    /// Notes that the CAD refused <paramref name="account"/>: it is not used again before its values change or the resource
    /// restarts.
    /// </summary>
    /// <returns>Whether that ended sending; false where the answer was about values that are no longer in use.</returns>
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

    private void ResolveAgain()
    {
        Resolve(ConfigReader.Read(files.Read(ConfigFileName)));
        if (_account is not null)
        {
            log.Write(LogLevel.Info, new Phrase("log.account_ready").With("account", _account.Describe()));
            AccountFound?.Invoke();
        }
    }

    private AccountResolution Resolve(ConfigFile file)
    {
        secrets.Add(file.Settings.ApiKey);
        secrets.Add(file.Settings.DiscordWebhook);
        var resolution = resolver.Resolve(file);
        Resolution = resolution;
        _isRefused = resolution.Account is not null && resolution.Account.Equals(_refusedAccount);
        if (resolution.Account is null)
        {
            _error = resolution.Error;
            return resolution;
        }

        secrets.Add(resolution.Account.ApiKey);
        if (_isRefused)
        {
            _error = _refusal;
        }
        else
        {
            _account = resolution.Account;
            _refusedAccount = null;
            UpdateLastAccount(resolution.Account);
        }

        return resolution;
    }

    private void UpdateLastAccount(CadAccount account)
    {
        var previous = _lastAccount;
        _lastAccount = account;
        if (previous is not null && !account.HasSameCallsAs(previous))
        {
            CallsInvalidated?.Invoke();
        }
    }
}
