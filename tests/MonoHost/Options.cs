using System;
using System.Collections.Generic;

namespace MonoHost;

/// <summary>The parsed command line.</summary>
internal sealed class Options
{
    public const string Usage =
        "--resource <folder> --data <dir> [--name <resourceName>] [--convar name=value]... [--ace principal=object]... " +
        "[--player name]... [--sonorancad communityId] -- <step>...\n" +
        "A step: a console command | as <netId> <command> | wait-console <text> | wait-chat <netId> <text> | sonorancad poll|incoming|removed <callId> [count] | ticks <n> | compare | kill\n" +
        "Instead of steps: main-thread <scenario>";

    public string Resource { get; private set; } = "";

    public string Data { get; private set; } = "";

    /// <summary>The community of the vendor's resource; null if that does not run.</summary>
    public string? SonoranCadCommunity { get; private set; }

    public string? Name { get; private set; }

    public List<KeyValuePair<string, string>> Convars { get; } = new List<KeyValuePair<string, string>>();

    public List<KeyValuePair<string, string>> Aces { get; } = new List<KeyValuePair<string, string>>();

    public List<string> Players { get; } = new List<string>();

    public List<string> Steps { get; } = new List<string>();

    /// <summary>Throws <see cref="ArgumentException"/> if an option is unknown.</summary>
    public static Options Parse(string[] args)
    {
        var options = new Options();
        var index = 0;
        while (index < args.Length && args[index] != "--")
        {
            if (index + 1 == args.Length)
            {
                throw new ArgumentException($"{args[index]} needs a value.");
            }

            options.Set(args[index], args[index + 1]);
            index += 2;
        }

        for (index++; index < args.Length; index++)
        {
            options.Steps.Add(args[index]);
        }

        return options.Resource.Length > 0 && options.Data.Length > 0
            ? options
            : throw new ArgumentException("--resource and --data are needed.");
    }

    private static KeyValuePair<string, string> Pair(string text)
    {
        var at = text.IndexOf('=');
        return at > 0
            ? new KeyValuePair<string, string>(text.Substring(0, at), text.Substring(at + 1))
            : throw new ArgumentException($"{text} is not in the form name=value.");
    }

    private void Set(string option, string value)
    {
        switch (option)
        {
            case "--resource":
                Resource = value;
                break;
            case "--data":
                Data = value;
                break;
            case "--name":
                Name = value;
                break;
            case "--sonorancad":
                SonoranCadCommunity = value;
                break;
            case "--convar":
                Convars.Add(Pair(value));
                break;
            case "--ace":
                Aces.Add(Pair(value));
                break;
            case "--player":
                Players.Add(value);
                break;
            default:
                throw new ArgumentException($"Unknown option {option}.");
        }
    }
}
