using Newtonsoft.Json.Linq;

namespace SonoranCad.Remove911.Configuration;

/// <summary>A whole number within a range; 5.0 and 1e2 are whole.</summary>
internal sealed class WholeNumberSettingParser(int min, int max) : SettingParser<int>
{
    private readonly SettingRange _range = new(min, max);

    public override SettingRange? Range => _range;

    public override int Parse(SettingInput input, int fallback)
    {
        if (input.Value.Type is JTokenType.Integer or JTokenType.Float)
        {
            var number = (double)input.Value;
            if (_range.Contains(number) && Math.Floor(number) == number)
            {
                return (int)number;
            }
        }

        var error = new Phrase("config.not_whole_number").With("key", input.Key).With("least", _range.Min).With("most", _range.Max);
        return input.Reject(error.With("but", input.Actual).With("standard", fallback), fallback);
    }
}
