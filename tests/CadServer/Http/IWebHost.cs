using System;

namespace CadServer.Http;

/// <summary>Receives a stand-in's requests.</summary>
internal interface IWebHost : IAsyncDisposable, IDisposable
{
    /// <summary>Scheme, host and port.</summary>
    Uri Url { get; }
}
