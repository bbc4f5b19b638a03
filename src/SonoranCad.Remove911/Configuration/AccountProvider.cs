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
internal sealed class AccountProvider
{
    /// <summary>The file's name in the resource's folder.</summary>
    public const string ConfigFileName = "config.json";

    private readonly IResourceFiles _files;
    private readonly AccountResolver _reader;
    private readonly SecretRedactor _secrets;
    private readonly ILog _log;

    private CadAccount? _account;
    private RemovalError? _fault;
    private CadAccount? _last;
    private CadAccount? _refused;
    private RemovalError? _refusal;

    public AccountProvider(IResourceFiles files, AccountResolver reader, SecretRedactor secrets, ILog log)
    {
        _files = files;
        _reader = reader;
        _secrets = secrets;
        _log = log;
    }

    /// <summary>Raised when a later look has found an account.</summary>
    public event Action? Found;

    /// <summary>Raised when the account is one of other calls than the one before: what was known of those is of no use.</summary>
    public event Action? Moved;

    /// <summary>What the last look at the configuration gave.</summary>
    public AccountResolution? Reading { get; private set; }

    /// <summary>Whether there is an account to send with.</summary>
    public bool IsReady => _account is not null;

    /// <summary>Whether the CAD refused the account and it has not changed since.</summary>
    public bool IsRefused => _account is null && _refused is not null && ReferenceEquals(_fault, _refusal);

    /// <summary>Why the CAD refused the account, or null.</summary>
    public RemovalError? Refusal => IsRefused ? _refusal : null;

    /// <summary>Takes the first look, at start.</summary>
    public AccountResolution Start(ConfigFile file) => Take(file);

    /// <summary>Takes the account anew; one that the CAD refused is tried again.</summary>
    public AccountResolution Reload(ConfigFile file)
    {
        _account = null;
        _refused = null;
        _refusal = null;
        return Take(file);
    }

    /// <summary>The account to send with, or null and why not.</summary>
    public CadAccount? Current(out RemovalError? fault)
    {
        if (_account is null)
        {
            LookAgain();
        }

        fault = _account is null ? _fault : null;
        return _account;
    }

    /// <summary>
    /// Notes that the CAD refused <paramref name="account"/>: it is not used again before its values change or the resource
    /// restarts.
    /// </summary>
    /// <returns>Whether that ended sending; false where the answer was about values that are no longer in use.</returns>
    public bool Refuse(CadAccount account, RemovalError fault)
    {
        if (!account.Equals(_account))
        {
            return false;
        }

        _refused = account;
        _refusal = fault;
        _account = null;
        _fault = fault;
        _log.Write(LogLevel.Error, new Phrase("log.account_refused").With("account", account.Describe()).With("reason", fault.Message));
        return true;
    }

    private void LookAgain()
    {
        Take(ConfigReader.Read(_files.Read(ConfigFileName)));
        if (_account is not null)
        {
            _log.Write(LogLevel.Info, new Phrase("log.account_ready").With("account", _account.Describe()));
            Found?.Invoke();
        }
    }

    private AccountResolution Take(ConfigFile file)
    {
        _secrets.Add(file.Settings.ApiKey);
        _secrets.Add(file.Settings.DiscordWebhook);
        var reading = _reader.Read(file);
        Reading = reading;
        if (reading.Account is null)
        {
            _fault = reading.Fault;
            return reading;
        }

        _secrets.Add(reading.Account.ApiKey);
        if (reading.Account.Equals(_refused))
        {
            _fault = _refusal;
        }
        else
        {
            _account = reading.Account;
            _refused = null;
            Note(reading.Account);
        }

        return reading;
    }

    private void Note(CadAccount account)
    {
        var last = _last;
        _last = account;
        if (last is not null && !account.HasCallsOf(last))
        {
            Moved?.Invoke();
        }
    }
}
