using System;
using System.Collections.Concurrent;
using System.IO;
using System.Threading;

namespace Playground.Input;

/// <summary>
/// Reads the terminal's keys on a thread of its own. The terminal echoes nothing while a read waits, so there is always one
/// that does.
/// </summary>
internal static class ConsoleKeys
{
    public static BlockingCollection<ConsoleKeyInfo> Read()
    {
        var keys = new BlockingCollection<ConsoleKeyInfo>();
        new Thread(() => Read(keys)) { IsBackground = true }.Start();
        return keys;
    }

    private static void Read(BlockingCollection<ConsoleKeyInfo> keys)
    {
        try
        {
            while (true)
            {
                keys.Add(Console.ReadKey(intercept: true));
            }
        }
        catch (Exception failure) when (failure is IOException or InvalidOperationException)
        {
            // The terminal is gone.
            keys.CompleteAdding();
        }
    }
}
