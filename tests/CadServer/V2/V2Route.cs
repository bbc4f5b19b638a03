namespace CadServer.V2;

internal enum V2Route
{
    Remove911,
    Calls,
    Version,
}
