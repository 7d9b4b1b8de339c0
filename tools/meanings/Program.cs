using System.Numerics.Tensors;
using ChannelBot.Core.Language;
using ChannelBot.Meanings;

// dotnet run -c Release -- FOLDER-OF-WORDNET FILE: writes the file that src/ChannelBot.Core/Language/Meanings.cs reads.
if (args is not [var folder, var file])
{
    Console.Error.WriteLine("Say where WordNet's files are (index.noun, data.noun …) and which file to write.");
    return 1;
}

const int Dimensions = 128;
const int OfSix = 6;

var wordNet = new WordNet(folder);
using var encoder = new Encoder();
var forms = new Dictionary<string, string>(StringComparer.Ordinal);
foreach (var word in encoder.Words.Concat(wordNet.Words()))
{
    if (word.Contains('_', StringComparison.Ordinal))
    {
        forms.TryAdd(word, word.Replace('_', ' '));
    }
    else if (Tokenizer.Tokenize(word) is [{ } token])
    {
        forms.TryAdd(token.Stem, word);
    }
}

var texts = wordNet.Texts();
Console.WriteLine($"{forms.Count} words, {texts.Count} texts; encoding takes some minutes");
var ofTexts = encoder.Encode(texts);
var projection = new Projection(texts.Where((_, at) => at % OfSix == 0).Select(text => ofTexts[text]), Dimensions);
var ofWords = encoder.Encode(forms.Values);
var trainer = new Trainer(
    forms.ToDictionary(form => form.Key, form => projection.Of(ofWords[form.Value]), StringComparer.Ordinal),
    [.. texts.Select(text => (Trainer.KeysOf(text), Unit(projection.Of(ofTexts[text]))))],
    Dimensions);
MeaningsFile.Write(file, [.. trainer.Learn(Console.Out).OrderByDescending(row => trainer.Frequencies.GetValueOrDefault(row.Key)).ThenBy(row => row.Key, StringComparer.Ordinal)]);
return 0;

static float[] Unit(float[] place)
{
    TensorPrimitives.Divide(place, TensorPrimitives.Norm<float>(place), place);
    return place;
}
