namespace CadServer.V2;

internal enum V2Endpoint
{
    Remove911,
    Calls,
    Version,
}
