using Newtonsoft.Json.Linq;

namespace SonoranCad.Remove911.Configuration;

/// <summary>A number within a range.</summary>
internal sealed class NumberSettingParser(double min, double max) : SettingParser<double>
{
    private readonly SettingRange _range = new(min, max);

    public override SettingRange? Range => _range;

    public override double Parse(SettingInput input, double fallback)
    {
        if (input.Value.Type is JTokenType.Integer or JTokenType.Float && _range.Contains((double)input.Value))
        {
            return (double)input.Value;
        }

        var error = new Phrase("config.not_number").With("key", input.Key).With("least", _range.Min).With("most", _range.Max);
        return input.Reject(error.With("but", input.Actual).With("standard", fallback), fallback);
    }
}
