using System.CommandLine;

namespace ChannelBot.Cli;

/// <summary>Files and folders, one or more, as an argument: a misspelt option among them is told as one.</summary>
internal static class PathsArgument
{
    public static Argument<string[]> Create(string description)
    {
        var paths = new Argument<string[]>("paths") { Description = description, Arity = ArgumentArity.OneOrMore };
        paths.Validators.Add(result =>
        {
            foreach (var word in result.Tokens.Select(token => token.Value).Where(word => word.StartsWith('-') && !Path.Exists(word)))
            {
                result.AddError($"'{word}' is no option of this command, and no file either; --help lists the options.");
            }
        });
        return paths;
    }
}
