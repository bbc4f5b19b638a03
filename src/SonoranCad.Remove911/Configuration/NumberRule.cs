using System;
using Newtonsoft.Json.Linq;

namespace SonoranCad.Remove911.Configuration;

/// <summary>A setting that is a number within bounds; a faulty one has its default.</summary>
internal static class NumberRule
{
    public static double Read(ConfigFile file, string key, JToken value, double least, double most, double standard, bool isWhole)
    {
        if (value.Type is JTokenType.Integer or JTokenType.Float)
        {
            var number = (double)value;
            if (number >= least && number <= most && (!isWhole || Math.Floor(number) == number))
            {
                return number;
            }
        }

        var kind = isWhole ? "a whole number" : "a number";
        file.Fail(
            FormattableString.Invariant($"{key} must be {kind} from {least} to {most}{Shown.ButIs(key, value)}. Until then it is {standard}."),
            isAboutAccount: false);
        return standard;
    }
}
