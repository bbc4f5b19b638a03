using System;

namespace CadServer.Http;

/// <summary>Where a stand-in takes its requests.</summary>
internal interface IWebHost : IAsyncDisposable, IDisposable
{
    /// <summary>Scheme, host and port.</summary>
    Uri Url { get; }
}
